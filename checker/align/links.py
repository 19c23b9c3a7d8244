"""Which mentions may be one claim: links between versions and within one, each with a score.

Few mentions are compared: what no outcome of a comparison could make a link is left out before it.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checker.align.groups import SURE, Form, Node, beside, form, readings, same
from checker.align.keys import Key, loose, repeated
from checker.align.kin import Kin
from checker.align.similarity import Kinships
from checker.align.version import Version
from checker.compare import Comparison, Relation, compare, reach
from checker.model import Mention, Occurrence, Quantity
from checker.weight import weight

_VALUE, _CONTEXT, _ORDER = 0.45, 0.55, 0.04
AGREED = 0.5
"""Score from which two mentions of equal value are one claim; set on the gold sets, each left out in turn."""
DRIFTED = 0.5
"""Score from which two mentions of unequal value are one claim that drifted."""
_UNLIKE = 0.7
"""What the nearness of a drift counts at the most, so that none outscores an agreement (P > 0.05 … P < 0.05)."""
_FORM = 0.3
"""What it counts that two mentions of unequal value are of one kind and unit."""
_BARE = 2 * _ORDER
"""What it counts, beside other links, that one of two equal numbers has a unit: 6 hours are rather 6 hours than a 6."""
REPEATED = 0.25
"""Kinship of segments from which a value said again is the same claim again."""
_EQUAL = 0.95
"""How alike two values must be to be one value said twice."""
_IN_BRACKETS, _AGAIN = 1.2, 0.62
"""Scores of a value that stands in brackets beside its equal, and of one that is said again elsewhere."""
_RECENT = 8
"""Values of about one size, the last ones said, that a value is looked up among when it is said again."""
_ROUNDING = 1e-6
"""What sums of the same parts may differ by."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions that may be one claim."""

    score: float
    one: Node
    other: Node
    again: bool
    """Whether it is the same claim again where a version that has the one has the other, too."""
    drifted: bool = False
    """Whether the values are unequal."""


def across(versions: Mapping[str, Version], kin: Kinships) -> Iterator[Link]:
    """Links between versions, with values that agree or that may have drifted."""
    held = {language: _Held.of(version) for language, version in versions.items()}
    for (one, other), table in kin.pairs():
        for i, j, context in _comparable(held[one], held[other], table):
            link = _link((one, i), (other, j), versions, context)
            if link is not None:
                yield link


@dataclass(frozen=True, slots=True)
class _Held:
    """The occurrences of a version: which places each segment has; of each place what a link may owe to it."""

    places: Mapping[int, Sequence[int]]
    keys: Sequence[frozenset[Key]]
    forms: Sequence[Form]
    told: Sequence[float]
    """What an equal value gives to a score at the most."""

    @classmethod
    def of(cls, version: Version) -> "_Held":
        places: dict[int, list[int]] = {}
        for place, occurrence in enumerate(version.occurrences):
            places.setdefault(occurrence.segment.index, []).append(place)
        near = len(version.segments) == 1  # an aligned row: its kinship is 1, and no key is asked for
        mentions = [occurrence.mention for occurrence in version.occurrences]
        return cls(
            places,
            [_NONE if near else loose(mention) for mention in mentions],
            [form(mention) for mention in mentions],
            [_VALUE * _told(mention) for mention in mentions],
        )


_NONE: frozenset[Key] = frozenset()


def _comparable(one: _Held, other: _Held, table: Kin) -> Iterator[tuple[int, int, float]]:
    """The places of two versions that may make a link, and the kinship of their segments."""
    least = _VALUE + _ORDER + _ROUNDING
    for row, column, context in table.cells(one.places, other.places, (min(AGREED, DRIFTED) - least) / _CONTEXT):
        rest = _CONTEXT * context + _ORDER + _ROUNDING
        drift = rest + _VALUE * 0.5 * _UNLIKE
        anyway, alike = drift >= DRIFTED, drift + _VALUE * _FORM >= DRIFTED
        for i in one.places[row]:
            for j in other.places[column]:
                if (
                    anyway
                    or (alike and one.forms[i] == other.forms[j])
                    or (rest + min(one.told[i], other.told[j]) >= AGREED and not one.keys[i].isdisjoint(other.keys[j]))
                ):
                    yield i, j, context


def _link(one: Node, other: Node, versions: Mapping[str, Version], context: float) -> Link | None:
    """The link of two mentions whose segments are so akin; None where they are no claim together."""
    here, there = (versions[language].occurrences[place] for language, place in (one, other))
    outcome = compare(here.mention, there.mention)
    if outcome.relation is Relation.APART:
        return None
    score = sum(parts(here, there, outcome, context))
    if score < (AGREED if outcome.alike else DRIFTED):
        return None
    if outcome.alike and not same(here.mention, there.mention):
        score -= _BARE
    return Link(score, one, other, again=outcome.alike and context >= REPEATED, drifted=not outcome.alike)


def parts(here: Occurrence, there: Occurrence, outcome: Comparison, context: float) -> tuple[float, float, float]:
    """What value, context and order give to a score; by order equal values in one segment are told apart."""
    order = _ORDER * (1 - abs(_relative(here) - _relative(there)))
    return _VALUE * _alike(here.mention, there.mention, outcome), _CONTEXT * context, order


def _alike(one: Mention, other: Mention, outcome: Comparison) -> float:
    """How far two values speak for one claim, 0–1: equal ones by how much they tell."""
    if outcome.alike:
        return outcome.near * min(_told(one), _told(other))
    return 0.5 * min(outcome.near, _UNLIKE) + (_FORM if form(one) == form(other) else 0.0)


def _told(mention: Mention) -> float:
    return 0.5 + 0.5 * weight(mention)


def _relative(occurrence: Occurrence) -> float:
    return occurrence.mention.start / max(1, len(occurrence.segment.text))


def repeats(versions: Mapping[str, Version]) -> Iterator[Link]:
    """Links within a version: the same telling value said again (headline and body), or in brackets beside it."""
    for language in sorted(versions):
        occurrences = versions[language].occurrences
        for i, j in _said_again(occurrences):
            here, there = occurrences[i], occurrences[j]
            outcome = compare(here.mention, there.mention)
            if outcome.relation is not Relation.AGREE or outcome.near < _EQUAL:
                continue
            if beside(here, there):
                yield Link(_IN_BRACKETS, (language, i), (language, j), again=True)
            elif here.segment.index != there.segment.index:
                yield Link(_AGAIN, (language, i), (language, j), again=True)


def _said_again(occurrences: Sequence[Occurrence]) -> Iterator[tuple[int, int]]:
    """Places of which the second may say what the first says: neighbours, and values that tell much."""
    for place in range(1, len(occurrences)):
        if occurrences[place - 1].segment.index == occurrences[place].segment.index:
            yield place - 1, place
    if not occurrences or occurrences[0].segment.index == occurrences[-1].segment.index:
        return
    recent: dict[tuple[str, Key], deque[int]] = {}
    spans: dict[int, list[Span]] = {}
    for place, occurrence in enumerate(occurrences):
        if weight(occurrence.mention) < SURE:
            continue
        keys = [(occurrence.segment.key, key) for key in repeated(occurrence.mention)]
        spans[place] = _spans(occurrence.mention)
        for earlier in sorted({each for key in keys for each in recent.get(key, ())}):
            if _meet(spans[earlier], spans[place]):
                yield earlier, place
        for key in keys:
            recent.setdefault(key, deque(maxlen=_RECENT)).append(place)


Span = tuple[Decimal, Decimal]
_ALL = Decimal("-Infinity"), Decimal("Infinity")


def _spans(mention: Mention) -> list[Span]:
    """For each reading the numbers between which it lies, however it is rounded; all where it is no amount."""
    return [_span(value.whole) if isinstance(value, Quantity) else _ALL for value in readings(mention)]


def _span(value: Quantity) -> Span:
    within = reach(value)
    return value.low - within, value.low + within


def _meet(ones: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(one[0] <= other[1] and other[0] <= one[1] for one in ones for other in others)
