"""Documents put together from row-parallel lines and edited as translators edit: sentences dropped, swapped, merged."""

import random
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from checker.model import Document, Location
from checker.readers import parse

EVERY = 10
"""One sentence of so many is dropped, one pair of neighbours of so many swapped, one merged."""
_GAP = "\n\n"
_JOINT = "; "


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph: the original lines that stand in it, and the column, from 1, where each begins."""

    text: str
    numbers: tuple[int, ...]
    columns: tuple[int, ...] = (1,)


@dataclass(frozen=True, slots=True)
class Edited:
    """A version of a document after editing; `kept` are the original lines that are still in it."""

    document: Document
    parts: tuple[Part, ...]

    @property
    def kept(self) -> frozenset[int]:
        """The numbers of the original lines that the version still has."""
        return frozenset(number for part in self.parts for number in part.numbers)

    def number(self, place: Location) -> int:
        """The original line that a place of the version lies in."""
        part = self.parts[(place.line - 1) // len(_GAP)]
        return part.numbers[bisect_right(part.columns, place.column) - 1]


def edited(name: str, language: str, lines: Mapping[int, str], draw: random.Random) -> Edited:
    """A version with every tenth sentence dropped, every tenth pair of neighbours swapped and every tenth merged.

    `lines` are those of the document, by number, in order. Of each ten one is drawn; of a rest, one by chance.
    """
    gone = set(_one_of_ten(list(lines), draw))
    parts = [Part(text, (number,)) for number, text in lines.items() if number not in gone]
    pairs = [(at, at + 1) for at in range(len(parts) - 1)]
    swapped = set(_apart(pairs, set(), draw))
    merged = set(_apart(pairs, {at for pair in swapped for at in pair}, draw))
    result: list[Part] = []
    at = 0
    while at < len(parts):
        pair = (at, at + 1)
        if pair in swapped:
            result += [parts[at + 1], parts[at]]
        elif pair in merged:
            result.append(_joined(parts[at], parts[at + 1]))
        else:
            result.append(parts[at])
        at += 2 if pair in swapped | merged else 1
    text = _GAP.join(part.text for part in result)
    return Edited(Document(language, f"{name}/{language}.txt", text, parse(text, ".txt")[0]), tuple(result))


def documents(names: Sequence[str]) -> Iterator[tuple[str, range]]:
    """Each document's name and the numbers of its lines; `names` has the document of every line."""
    start = 0
    for name, lines in groupby(names):
        end = start + sum(1 for _ in lines)
        yield name, range(start, end)
        start = end


def _one_of_ten(items: Sequence[int], draw: random.Random) -> Iterator[int]:
    """One of each ten, and of the rest one with the chance that its length gives it."""
    for start in range(0, len(items), EVERY):
        place = start + draw.randrange(EVERY)
        if place < len(items):
            yield items[place]


def _apart(pairs: Sequence[tuple[int, int]], taken: set[int], draw: random.Random) -> Iterator[tuple[int, int]]:
    """One of each ten pairs, leaving out those that would touch another or a place that is taken."""
    used = set(taken)
    for start in range(0, len(pairs), EVERY):
        if start + draw.randrange(EVERY) >= len(pairs):
            continue
        free = [pair for pair in pairs[start : start + EVERY] if not used.intersection(pair)]
        if free:
            chosen = draw.choice(free)
            used.update(chosen)
            yield chosen


def _joined(one: Part, other: Part) -> Part:
    """Two sentences made one: the first loses the mark at its end."""
    text = one.text.rstrip()
    while text and unicodedata.category(text[-1]) == "Po":
        text = text[:-1]
    text += _JOINT
    return Part(text + other.text, one.numbers + other.numbers, (1, len(text) + 1))
