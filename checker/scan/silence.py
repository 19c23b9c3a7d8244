"""Whether a text holds nothing that could begin a claim, told by its words alone before anything is looked for.

What is silent here is silent in every finder: words of `_INERT` categories make no claim without a digit or a word
of another category beside them. What may not be silent is looked at in full, so that doubt costs time and no claim.
"""

import re

from checker.languages import round_units
from checker.languages.folding import is_letter, script
from checker.languages.lexicon import Lexicon, Node

_INERT = frozenset(
    {"and", "article", "linker", "linkers", "between", "pair_between", "opening", "pair_opening", "range_before"}
    | {"bound_before", "bound_after", "per", "each", "together", "share", "direction", "people", "minus", "counter"}
    | {"year_before", "year_after", "month_after", "day_before", "day_after", "decades_before", "decades_after"}
    | {"hour_before", "clock_before", "hour_after", "minute_after", "am", "pm", "night", "noon", "half_past"}
    | {"name_before", "name_after", "ordinal_marks_before", "ordinal_marks_after", "currency", "subunit", "percent"}
    | {"tenths", "points", "letter", "skip", "weekday", "part_and", "parts_linker", "part_of", "point", "tolerance"}
    | {"change", "particle", "minus_after", "under", "under_same", "not_alone", "bc", "ad", "era_offset", "unit"}
    | {"counted_from", "minutes", "centuries_past"}
)
"""Categories of words that make no claim without a number, a month, a part of a whole or a century beside them."""
_DIGIT = re.compile("[0-9]")
_PREFIXES = 2
"""Particles at the most that are cut off a word."""
_LONGEST = 48
"""Letters of a word that is looked at whole."""
_AHEAD = 6
"""Words and signs, from a word on, in which a phrase may go on."""
_SKIPPED = frozenset(".-")
"""What may stand in a gap."""
_KEPT = 1 << 14
"""Words that are remembered; beyond it, all are forgotten."""


class _Apart(dict[int, str]):
    """A table for `str.translate` that sets letters of spaced scripts together and all else apart."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        spaced = is_letter(character) and script(character) == "spaced"
        found = character if spaced else " " if character == " " else f" {character} "
        if len(self) < _KEPT:
            self[code] = found
        return found


_APART = _Apart()


def silent(text: str, lexicon: Lexicon) -> bool:
    """Whether a folded text holds neither a digit nor a word that could begin a claim."""
    if _DIGIT.search(text):
        return False
    words = text.translate(_APART).split()
    known = lexicon.silent
    if known.issuperset(words):
        return True
    leading = lexicon.leading
    for place, word in enumerate(words):
        if word in known:
            continue
        branches = leading.get(word)
        if branches is None:
            branches = _branches(word, lexicon)
            if branches is None:
                return False
            if len(known) + len(leading) >= _KEPT:
                known.clear()
                leading.clear()
            if not branches:
                known.add(word)
                continue
            leading[word] = branches
        after, more = "".join(words[place + 1 : place + _AHEAD]), len(words) > place + _AHEAD
        if after and any(_goes_on(branch, after, more, lexicon) for branch in branches):
            return False
    return True


def _branches(word: str, lexicon: Lexicon, prefixes: int = _PREFIXES) -> tuple[Node, ...] | None:
    """Where the tree goes on behind a word to something that could begin a claim; None if the word does so itself.

    The word is also looked at with so many particles cut off.
    """
    first = word[0]
    if script(first) != "spaced":
        node = lexicon.tree.get(first, {})
        if first.isdigit() or not _inert_entries(node):
            return None
        return () if _inert(node, lexicon) else (node,)
    found = lexicon.word(word) if len(word) <= _LONGEST else None
    if found is None or found.opens or not all(_inert_entry(entry[1:]) for entry in (*found.entries, *found.tail)):
        return None
    branches: tuple[Node, ...] = () if found.rest is None or _inert(found.rest, lexicon) else (found.rest,)
    for prefix in lexicon.prefixes if prefixes else ():
        if word.startswith(prefix) and len(word) > len(prefix):
            more = _branches(word[len(prefix) :], lexicon, prefixes - 1)
            if more is None:
                return None
            branches += more
    return branches


def _goes_on(node: Node, text: str, more: bool, lexicon: Lexicon) -> bool:
    """Whether a branch of the tree leads to something that could begin a claim along a text without its spaces.

    `more` says that the text goes on.
    """
    if _inert(node, lexicon):
        return False
    following = text[:1]
    if not following:
        return more
    gap = node.get(" ")
    for branch in (node.get(following), gap.get(following) if gap else None):
        if branch is not None and (not _inert_entries(branch) or _goes_on(branch, text[1:], more, lexicon)):
            return True
    return following in _SKIPPED and gap is not None and _goes_on(node, text[1:], more, lexicon)


def _inert_entries(node: Node) -> bool:
    """Whether what ends at a node begins no claim."""
    return all(map(_inert_entry, (*node.get("", ()), *node.get("*", ()))))


def _inert_entry(entry: tuple[str, str]) -> bool:
    """Whether a category and a value begin no claim; an article before a round unit does (a decade)."""
    category, value = entry
    return category in _INERT and not (category == "unit" and value in round_units())


def _inert(node: Node, lexicon: Lexicon) -> bool:
    """Whether a whole branch of the tree, beyond its node, holds nothing that could begin a claim."""
    known = lexicon.inert.get(id(node))
    if known is None:
        known = all(
            _inert_entries(below) and _inert(below, lexicon) for key, below in node.items() if isinstance(below, dict)
        )
        lexicon.inert[id(node)] = known
    return known
