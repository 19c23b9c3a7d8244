"""What ties two values to the things that they are said of: names and other claims that stand beside them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from checker.align.version import Version
from checker.model import Fact, Occurrence, Role, Segment

Pair = tuple[Occurrence, Occurrence]
"""What a version says of two facts."""
At = tuple[int, int]
"""The index of a segment, and a place in it."""
Anchor = tuple[str, At]
"""A name or the id of a fact, and where it stands."""

_NAME = re.compile(r"[A-Z][A-Za-z]{2,}")
"""A word that may be a name which languages share."""
_ROW = 4
"""Cells of a table, before and behind, among which a row's name is looked for."""


def at(found: Occurrence) -> At:
    """Where a claim stands."""
    return found.segment.index, found.mention.start


class Anchors:
    """The claims and the names of all versions by the segments that they stand in."""

    def __init__(self, facts: Sequence[Fact], versions: Mapping[str, Version]) -> None:
        self._versions = versions
        self._told: dict[tuple[str, int], list[tuple[str, Occurrence]]] = {}
        for fact in facts:
            for language, claim in fact.claims.items():
                for found in claim.occurrences:
                    self._told.setdefault((language, found.segment.index), []).append((fact.id, found))

    def tied(self, here: Pair, there: Pair) -> int:
        """Whether what stands beside two values kept its order while they changed theirs (1), did not (-1), or says
        nothing (0). Both pairs are in order of place: what is first in the one is second in the other.
        """
        one, other = list(self._around(here)), list(self._around(there))
        both = _once(one) & _once(other)
        first, then = _spots(one, both, here), _spots(other, both, there)
        if here[0].segment.role is Role.CELL:
            return _in_rows(first, then)
        if together(here) or together(there):
            return _in_sentence(first, then)
        halves = [
            {item: index == pair[0].segment.index for item, _, index in found}
            for found, pair in ((first, here), (then, there))
        ]
        return 0 if not both else 1 if halves[0] == halves[1] else -1

    def words(self, found: Occurrence) -> int:
        """The index of the segment that says what a value is said of: its own, or the name of its row."""
        segments = self._versions[found.segment.language].segments
        last = found.segment.index
        for index in range(last, max(-1, last - _ROW - 1), -1):
            if segments[index].role is not found.segment.role:
                break
            if self._wordy(segments[index]):
                return index
        return last

    def _wordy(self, segment: Segment) -> bool:
        """Whether a segment has words besides its claims."""
        text = segment.text
        for _, found in self._told.get((segment.language, segment.index), ()):
            text = text.replace(found.mention.text, " ")
        return sum(letter.isalpha() for letter in text) > 1

    def _around(self, pair: Pair) -> Iterator[Anchor]:
        """The anchors of the segments that two values stand in, and of the cells around these, the two left out."""
        language, cells = pair[0].segment.language, pair[0].segment.role is Role.CELL
        segments = self._versions[language].segments
        low, high = (found.segment.index for found in pair)
        reach = range(max(0, low - _ROW), min(len(segments), high + _ROW + 1)) if cells else range(low, high + 1)
        for index in reach:
            if cells and segments[index].role is not Role.CELL:
                continue
            told = self._told.get((language, index), [])
            yield from ((fact, at(found)) for fact, found in told if found not in pair)
            taken = [(found.mention.start, found.mention.end) for _, found in told]
            for name in _NAME.finditer(segments[index].text):
                if not any(start < name.end() and name.start() < end for start, end in taken):
                    yield name.group(), (index, name.start())


Spot = tuple[str, int, int]
"""An anchor, whether it stands before two values (0), between them (1) or behind them (2), and in which segment."""


def _spots(anchors: Sequence[Anchor], both: AbstractSet[str], pair: Pair) -> list[Spot]:
    """Those anchors that another version has, too, in their order."""
    ends = at(pair[0]), at(pair[1])
    placed = sorted((place, item) for item, place in anchors if item in both)
    return [(item, (place > ends[0]) + (place > ends[1]), place[0]) for place, item in placed]


def _in_rows(first: Sequence[Spot], then: Sequence[Spot]) -> int:
    """Whether the cells between two values are the same, and the next one before or behind."""
    one, other = ([[item for item, spot, _ in found if spot == which] for which in range(3)] for found in (first, then))
    if one[1] != other[1]:
        return -1
    beside = one[0][-1:] == other[0][-1:] != [] or one[2][:1] == other[2][:1] != []
    return 1 if one[1] and beside else 0


def _in_sentence(first: Sequence[Spot], then: Sequence[Spot]) -> int:
    """Whether all that both versions say stands in one order, some of it between the values and some on a side."""
    one, other = ([(item, spot) for item, spot, _ in found] for found in (first, then))
    if one == other:
        spots = {spot for _, spot in one}
        return 1 if 1 in spots and len(spots) > 1 else 0
    claims = [[each for each in found if "/" in each[0]] for found in (one, other)]
    return 0 if claims[0] == claims[1] else -1


def together(pair: Pair) -> bool:
    """Whether two claims stand in one sentence."""
    return pair[0].segment.index == pair[1].segment.index


def _once(anchors: Sequence[Anchor]) -> set[str]:
    """What stands there once."""
    return {item for item, count in Counter(item for item, _ in anchors).items() if count == 1}
