"""Two claims that may have changed places: some versions say one first, others the other.

Equal values are one claim wherever they stand, so that two that changed places between neighbouring sentences, rows or
clauses agree with all versions. What they are said of is told by all else: by what the sentences mean, where a model
was asked; by names and other claims beside them; by their place in a paragraph; by the order that most versions have.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.align.anchors import Anchors, Pair, at, together
from checker.align.groups import TELLING, form
from checker.align.orders import usual
from checker.align.similarity import size
from checker.align.version import Version
from checker.compare import compare
from checker.languages import load
from checker.model import Exchange, Fact, Occurrence, Quantity, Role, Segment
from checker.scan import scan
from checker.weight import weight

_NEXT = 3
"""Mentions of one form that follow one and may have changed places with it."""
_FAR = 8
"""Segments between two that changed places, at the most: the cells of a row of a table."""
_OFTEN = 16
"""Places from which a value is said too often for its places to be told apart."""
_MEANT = 0.05
"""By how much the cosines of what belongs together must exceed those crosswise, in sum: of 122 exchanges in NTREX
98 of 100 lie above it, and sentences told in another order as far below 0."""
_APART = 0.8
"""What the logarithms of two sentences' lengths may differ by more than crosswise."""
_ALIKE = 10
"""How many times greater one of two bare numbers may be for the two to be of one kind."""
_PLACED, _TIED = 1, 2
"""How surely what stands around two values ties them: by the place of their sentences alone, or by what these say."""
_MAJORITY = 2
"""Versions that must have one order where one version has the other."""


Sides = tuple[tuple[str, ...], tuple[str, ...]]
"""The versions of one order, and those of the other."""


def crossed(facts: Sequence[Fact], versions: Mapping[str, Version], *, rows: bool) -> tuple[Fact, ...]:
    """The facts, each with its exchanges; `rows` says that what is compared is aligned by keys or rows."""
    finder = _Finder(facts, versions, Anchors(facts, versions), rows)
    result = list(facts)
    for one, other in sorted(finder.neighbours()):
        exchange = finder.exchange(one, other)
        if exchange is not None:
            result[one] = replace(result[one], exchanges=(*result[one].exchanges, exchange))
    return tuple(result)


@dataclass(frozen=True, slots=True)
class _Finder:
    """The facts and the versions that they are told in."""

    facts: Sequence[Fact]
    versions: Mapping[str, Version]
    anchors: Anchors
    rows: bool

    def neighbours(self) -> set[tuple[int, int]]:
        """Every two facts of one form that stand close together in some version."""
        places: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for number, fact in enumerate(self.facts):
            for language, claim in fact.claims.items():
                if len(fact.claims) > 1 and len(claim.occurrences) < _OFTEN:
                    places[language] += ((*at(found), number) for found in claim.occurrences)
        pairs: set[tuple[int, int]] = set()
        for language, found in places.items():
            forms: dict[object, list[tuple[int, int]]] = defaultdict(list)
            for index, _, number in sorted(found):
                recent = forms[form(self.facts[number].claims[language].mention)]
                pairs |= {
                    (min(number, other), max(number, other))
                    for before, other in recent
                    if index - before <= _FAR and other != number
                }
                recent.append((index, number))
                del recent[:-_NEXT]
        return pairs

    def exchange(self, one: int, other: int) -> Exchange | None:
        """What two facts may have exchanged; None where they have one order, or other orders are sound."""
        ways = dict(self._ways(self.facts[one], self.facts[other]))
        first = tuple(language for language, pair in ways.items() if at(pair[0]) < at(pair[1]))
        then = tuple(language for language in ways if language not in first)
        if not first or not then or len({pair[0].segment.key for pair in ways.values()}) > 1:
            return None
        told = {
            (a, b): self._tied(a, ways[a], b, ways[b]) if self._as_often(one, other, a, b) else 0
            for a in first
            for b in then
        }
        kept = [pair for pair, said in told.items() if said > 0]
        if 2 * len(kept) < len(told) - list(told.values()).count(0) or (not kept and min(told.values()) < 0):
            return None
        sides = _sides(ways, first, then, {language for pair in kept for language in pair})
        if sides is None:
            return None
        many = _MAJORITY <= max(map(len, sides)) > min(map(len, sides)) == 1 and all(map(together, ways.values()))
        tied = many or any(told[pair] > _PLACED for pair in kept)
        return Exchange(self.facts[other].id, ways, *sides, tied, self.rows)

    def _ways(self, one: Fact, other: Fact) -> Iterator[tuple[str, Pair]]:
        """By version the places nearest to one another at which it makes both claims, where they are comparable."""
        for language in sorted(one.claims.keys() & other.claims.keys()):
            here, there = one.claims[language].occurrences, other.claims[language].occurrences
            if max(len(here), len(there)) >= _OFTEN:
                continue
            pair = min(((a, b) for a in here for b in there), key=lambda pair: _distance(*pair))
            alone = len(here) == len(there) == 1 or not together(pair)
            if (
                _distance(*pair) <= _FAR
                and alone
                and pair[0].segment.key == pair[1].segment.key
                and _exchangeable(*pair)
            ):
                yield language, pair

    def _as_often(self, one: int, other: int, a: str, b: str) -> bool:
        """Whether two versions make both claims as often: of one that is dropped somewhere the places can't be told."""
        counts = ([len(self.facts[fact].claims[language].occurrences) for fact in (one, other)] for language in (a, b))
        return next(counts) == next(counts)

    def _tied(self, a: str, here: Pair, b: str, there: Pair) -> int:
        """Whether what stands around two values says that they changed places (2), that they did not (-1), or nothing.

        Where sentences are told by their place alone, which is hardly more than nothing: whoever translates may have
        exchanged these. `here` is in the first order, `there` in the other.
        """
        alone = together(here) or together(there)
        if alone and not (usual(a) and usual(b)):
            return 0
        told = self.anchors.tied(here, there[::-1])
        if told or alone:
            return _TIED * told if told > 0 else told
        one, other = self.versions[a].vectors, self.versions[b].vectors
        if one is not None and other is not None:
            rows, columns = (
                [self.anchors.words(each) for each in here],
                [self.anchors.words(each) for each in reversed(there)],
            )
            near = one[rows] @ other[columns].T
            straight, crosswise = near[0, 0] + near[1, 1], near[0, 1] + near[1, 0]
            return _TIED if straight - crosswise >= _MEANT else -1
        return _PLACED if self._placed(here, there) else 0

    def _placed(self, here: Pair, there: Pair) -> bool:
        """Whether two sentences of running text stand where two of another version stand, and may be these by length.

        Lists and tables may be sorted anew in each language.
        """
        if any(found.segment.role is not Role.PARAGRAPH for found in (*here, *there)):
            return False
        (a, b), (d, c) = (tuple(found.segment for found in pair) for pair in (here, there))
        if b.index - a.index != d.index - c.index or not self._facing(a, c) or not self._facing(b, d):
            return False
        one, other = (math.log(max(1, size(x.text)) / max(1, size(y.text))) for x, y in ((a, b), (c, d)))
        return abs(one - other) <= abs(one + other) + _APART

    def _facing(self, one: Segment, other: Segment) -> bool:
        """Whether two sentences are of one place in their paragraphs, and these in their texts."""
        mine, theirs = self.versions[one.language].segments, self.versions[other.language].segments
        if len(mine) == len(theirs):
            return one.index == other.index
        here, there = _within(one, mine), _within(other, theirs)
        return here == there and abs(one.index / len(mine) - other.index / len(theirs)) < 1 / 8


def _sides(ways: Mapping[str, Pair], first: Sequence[str], then: Sequence[str], known: set[str]) -> Sides | None:
    """The versions of each order, of those whose order tells anything; None where it tells nothing.

    Of `known` versions it is told by what stands around the values. Lists and tables may be sorted anew, and within a
    sentence "from 5 to 9" is "to 9, from 5" as well.
    """
    alone = [together(pair) for pair in ways.values()]
    one, other = (tuple(it for it in side if not any(alone) or it in known or usual(it)) for side in (first, then))
    if not one or not other:
        return None
    found = [each for language in (*one, *other) for each in ways[language]]
    if known:
        return one, other
    if any(alone):
        return None if not all(alone) or any(map(_moving, found)) else (one, other)
    listed = any(each.segment.role is not Role.PARAGRAPH for each in found)
    return None if listed or max(len(one), len(other)) < _MAJORITY or min(len(one), len(other)) > 1 else (one, other)


def _moving(found: Occurrence) -> bool:
    """Whether the sentence of a claim says that something rose or fell: then both values may be of one thing."""
    return scan(found.segment.text, load(found.segment.language)).says("direction")


def _distance(one: Occurrence, other: Occurrence) -> int:
    return abs(one.segment.index - other.segment.index)


def _within(segment: Segment, segments: Sequence[Segment]) -> tuple[int, int]:
    """How many sentences of its paragraph stand before a sentence, and behind it."""
    start = end = segment.index
    while start and segments[start - 1].block == segment.block:
        start -= 1
    while end + 1 < len(segments) and segments[end + 1].block == segment.block:
        end += 1
    return segment.index - start, end - segment.index


def _exchangeable(one: Occurrence, other: Occurrence) -> bool:
    """Whether two values are of one form and unequal, and each might stand for the other."""
    here, there = one.mention, other.mention
    if form(here) != form(there) or compare(here, there).alike:
        return False
    if not isinstance(here.value, Quantity) or not isinstance(there.value, Quantity):
        return True
    if here.value.per != there.value.per:
        return False
    if not here.bare:
        return True
    low, high = sorted((abs(here.value.low), abs(there.value.low)))
    telling = (min if one.segment.index == other.segment.index else max)(weight(here), weight(there)) >= TELLING
    return telling and low > 0 and high / low < Decimal(_ALIKE)
