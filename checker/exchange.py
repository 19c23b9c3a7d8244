"""Exchanges the words that make a claim what it is: scale, unit, bound, month, rate, rise and fall, each and all.

The words come from the language files, so that a new language brings its own. Half-inflected results are accepted:
what is made is for training and measuring, not for reading.
"""

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from checker.languages import dimension, read
from checker.languages.folding import script
from checker.languages.sections import alternatives

Span = tuple[int, int]

SECTIONS = ("scale", "units", "currencies", "months", "per", "direction", "share", "bounds")
"""The sections of a language file whose words are exchanged."""

_NEAR, _CLAUSE = 24, 80
"""Characters on either side of a number in which a unit, or the subject, is looked for."""
_REACH = {"scale": _NEAR, "units": _NEAR, "currencies": _NEAR, "months": _NEAR, "bounds": _NEAR, "per": 40}
"""How far from the number a word of a section may stand; _CLAUSE for the others."""
_OPPOSED = ("bounds", "direction", "share")
"""Sections of two sides; in the others every value differs from every other."""
_DATED = ("months",)
"""Sections that go with the number of a day or a year; the others don't."""
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_SIDES = {
    "bounds": {"more-than": "above", "at-least": "above", "less-than": "below", "at-most": "below"},
    "direction": {"up": "up", "down": "down", "gain": "gain", "loss": "loss"},
    "share": {"each": "each", "together": "together"},
}
_AGAINST = {"above": "below", "up": "down", "gain": "loss", "each": "together"}
_AGAINST |= {other: one for one, other in _AGAINST.items()}


@dataclass(frozen=True, slots=True)
class Word:
    """A form of a section, with the value or side that it stands for."""

    section: str
    value: str
    form: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A text with one word exchanged, where the number stands now, and whether the meaning stayed."""

    text: str
    span: Span
    section: str
    same: bool


def _sections(data: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name in SECTIONS:
        table = data.get(name, {})
        yield name, table.get("before", {}) if name == "bounds" else table


@lru_cache(maxsize=256)
def words(language: str) -> Mapping[str, tuple[Word, ...]]:
    """The words of a language by section; nothing where it has no file."""
    found: dict[str, tuple[Word, ...]] = {}
    for section, table in _sections(read(language)):
        sides = _SIDES.get(section)
        found[section] = tuple(
            Word(section, sides[value] if sides else value, form)
            for value, forms in table.items()
            if sides is None or value in sides
            for written in forms
            for form in alternatives(written)
            if not form.startswith("*") and len(form.rstrip("*")) > (1 if script(form[0]) == "joined" else 2)
        )
    return found


@lru_cache(maxsize=256)
def _pattern(language: str) -> tuple[re.Pattern[str], Mapping[str, Word]] | None:
    """One pattern for all forms, and what each stem stands for; a form of two sections is left out."""
    every = [word for group in words(language).values() for word in group]
    stems: dict[str, list[Word]] = {}
    for word in every:
        stems.setdefault(word.form.rstrip("*").casefold(), []).append(word)
    known = {stem: group[0] for stem, group in stems.items() if len({(w.section, w.value) for w in group}) == 1}
    if not known:
        return None
    joined = any(script(stem[0]) == "joined" for stem in known)
    parts = sorted(
        (re.escape(word.form.rstrip("*")) + (r"\w{0,8}" if word.form.endswith("*") else "") for word in known.values()),
        key=len,
        reverse=True,
    )
    edge = "" if joined else r"\b"
    return re.compile(f"{edge}(?:{'|'.join(parts)}){edge}", re.IGNORECASE), known


def _known(text: str, known: Mapping[str, Word]) -> Word | None:
    folded = text.casefold()
    for end in range(len(folded), 0, -1):
        if folded[:end] in known:
            return known[folded[:end]]
    return None


def exchange(
    text: str, span: Span, language: str, draw: random.Random, *, same: float = 0, only: str | None = None
) -> Changed | None:
    """A text with one word exchanged, of those near the number at `span`; None where there is no such word.

    The new word means something else; with a probability of `same` (0–1) it means what the old one did. `only` names
    the section of the language file that the word is to be of.
    """
    compiled = _pattern(language)
    if compiled is None:
        return None
    pattern, known = compiled
    start, end = max(0, span[0] - _CLAUSE), min(len(text), span[1] + _CLAUSE)
    places = []
    for match in pattern.finditer(text, start, end):
        word = _known(match.group(), known)
        apart = max(span[0] - match.end(), match.start() - span[1])
        if word and 0 <= apart <= _REACH.get(word.section, _CLAUSE):
            places.append((match.span(), word))
    if not places:
        return None
    dated = any(word.section in _DATED for _, word in places) or _YEAR.match(text, span[0])
    sections = {word.section for _, word in places if not dated or word.section in _DATED}
    section = draw.choice(sorted(sections)) if only is None and sections else only
    if section not in sections:
        return None
    place, word = draw.choice([each for each in places if each[1].section == section])
    kept = draw.random() < same
    new = draw.choice(_candidates(language, word, kept) or [word.form]).rstrip("*")
    if new.casefold() in text[slice(*place)].casefold():
        return None
    shift = len(new) - (place[1] - place[0]) if place[0] < span[0] else 0
    return Changed(text[: place[0]] + new + text[place[1] :], (span[0] + shift, span[1] + shift), section, kept)


def _candidates(language: str, word: Word, same: bool) -> list[str]:
    group = words(language)[word.section]
    if same:
        return [other.form for other in group if other.value == word.value and other.form != word.form]
    if word.section in _OPPOSED:
        return [other.form for other in group if other.value == _AGAINST[word.value]]
    others = [other.form for other in group if other.value != word.value]
    if word.section == "units":  # days are mistaken for weeks, not for carats
        sort = dimension(word.value)
        return [o.form for o in group if o.value != word.value and dimension(o.value) == sort]
    return others
