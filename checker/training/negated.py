"""Makes pairs from row-parallel text by what every language has: a text and its translation without its "not".

The words are those of `[negation]` in the language files. A text counts where its translation denies something as well.
"""

import random
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.languages import codes, read
from checker.languages.folding import script
from checker.training.examples import Example
from checker.training.made import tag
from checker.training.parallel import Group

_SHORTEST, _MOST = 8, 2
"""Characters that a text has, and words of negation (ne … pas) that are taken out of it."""
_SAME = 0.3
"""Share of the contradictions that are of one language."""
_BOTH = 0.5
"""Share of the translations in which neither text has its negation any more."""


@dataclass(frozen=True, slots=True)
class Denied:
    """A text that denies something, and what is left of it without its negation."""

    language: str
    text: str
    affirmed: str


def affirmed(text: str, code: str) -> str | None:
    """The text without its words of negation; None where it has none, too many, or little beside them."""
    words = _words(code)
    found = [match.span() for match in words.finditer(text) if _whole(text, *match.span())] if words else []
    if not 0 < len(found) <= _MOST:
        return None
    for start, end in reversed(found):
        text = f"{text[:start]} {text[end:]}"
    rest = " ".join(text.split())
    return rest if len(rest) >= _SHORTEST else None


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a word stands for itself: in scripts that join words, elided (n'), or with no letter at either end."""
    if script(text[start]) == "joined":
        return True
    after = text[end : end + 1] if text[end - 1] not in "'’" else ""
    return not any(beside and unicodedata.category(beside)[0] in "LMN" for beside in (text[start - 1 : start], after))


@lru_cache(maxsize=256)
def _words(code: str) -> re.Pattern[str] | None:
    """What finds the words of negation of a language; None where it has none that stand alone."""
    known = read(code).get("negation", {}).get("words", ()) if code in codes() else ()
    forms = sorted((form for form in known if not form.endswith("*")), key=len, reverse=True)
    if not forms:
        return None
    return re.compile("|".join(map(re.escape, forms)).replace("'", "['’]"), re.IGNORECASE)


def pairs(
    groups: Sequence[Group], count: int, seed: int, rows: tuple[float, float], without: Sequence[str] = ()
) -> Iterator[Example]:
    """`count` pairs from the rows between two shares of each group, half of them contradictions, half entailed.

    Fewer where no row has a negation in two of its languages.
    """
    draw, found = random.Random(seed), [row for group in groups for row in _denied(group, rows, without)]
    for index in range(count if found else 0):
        row = draw.choice(found)
        left, right = draw.sample(row, 2)
        yield _entailed(left, right, draw) if index % 2 else _contradicted(left, right, draw)


def _denied(group: Group, rows: tuple[float, float], without: Sequence[str]) -> Iterator[list[Denied]]:
    """Row by row the texts that deny something, where there are two."""
    first, last = (int(part * group.rows) for part in rows)
    names = {name: tag(name) for name in sorted(group.lines) if name not in without}
    for at in range(first, last):
        cells = [(name, group.lines[name][at]) for name in names]
        row = [Denied(name, text, rest) for name, text in cells if (rest := affirmed(text, names[name]))]
        if len(row) > 1:
            yield row


def _entailed(left: Denied, right: Denied, draw: random.Random) -> Example:
    if draw.random() < _BOTH:
        return _example("affirmed", "entailment", left, left.affirmed, right, right.affirmed)
    return _example("denied", "entailment", left, left.text, right, right.text)


def _contradicted(left: Denied, right: Denied, draw: random.Random) -> Example:
    right = left if draw.random() < _SAME else right
    if draw.random() < _BOTH:
        return _example("negated", "contradiction", left, left.text, right, right.affirmed)
    return _example("negated", "contradiction", left, left.affirmed, right, right.text)


def _example(kind: str, label: str, left: Denied, premise: str, right: Denied, hypothesis: str) -> Example:
    return Example(premise, hypothesis, label, kind, left.language, right.language)
