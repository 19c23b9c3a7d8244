"""Puts the mentions of all versions together that speak of one thing: best links first, never two that contradict."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.align.groups import SURE, Group, Node, beside
from checker.align.keys import Key, loose
from checker.align.kin import Kin
from checker.align.similarity import Kinships
from checker.align.turned import Cluster, turned
from checker.align.twice import once
from checker.align.version import Version
from checker.compare import Comparison, Relation, compare
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
REPEATED = 0.35
"""Kinship of segments from which a value said again is the same claim again."""
_EQUAL = 0.95
"""How alike two values must be to be one value said twice."""
_IN_BRACKETS, _AGAIN = 1.2, 0.62
"""Scores of a value that stands in brackets beside its equal, and of one that is said again elsewhere."""
_RECENT = 8
"""Values of about one size, the last ones said, that a value is looked up among when it is said again."""


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


def clusters(versions: Mapping[str, Version], kin: Kinships) -> list[Cluster]:
    """The mentions of all versions, each in the cluster of its claim."""
    groups: dict[Node, Group] = {}
    for language in sorted(versions):
        for place, occurrence in enumerate(versions[language].occurrences):
            groups[language, place] = Group((language, place), occurrence)
    links = [*_across(versions, kin), *_repeats(versions)]
    links.sort(key=lambda link: (-round(link.score, 4), link.one, link.other))
    refused: list[tuple[Node, Node]] = []
    for link in links:
        here, there = groups[link.one], groups[link.other]
        if here is there:
            continue
        if not _may_join(here, there, link):
            if link.drifted:
                refused.append((link.one, link.other))
            continue
        if len(here.nodes) < len(there.nodes):
            here, there = there, here
        here.take(there)
        for node in there.nodes:
            groups[node] = here
    unique = {id(group): group.nodes for group in groups.values()}
    return once(turned(list(unique.values()), refused, versions, kin), versions)


def _may_join(here: Group, there: Group, link: Link) -> bool:
    """Whether two groups can be one claim: of a version that is in both, only the same thing said again."""
    return not here.meets(there) or (link.again and here.repeats(there))


def _across(versions: Mapping[str, Version], kin: Kinships) -> Iterator[Link]:
    """Links between versions, with values that agree or that may have drifted."""
    held = {language: _Held.of(version) for language, version in versions.items()}
    least = (DRIFTED - _VALUE * (0.5 * _UNLIKE + _FORM) - _ORDER) / _CONTEXT  # below it no drift is a link
    for (one, other), table in kin.pairs():
        for row, column, context in _facing(held[one], held[other], table):
            for i in held[one].places[row]:
                for j in held[other].places[column]:
                    if context < least and held[one].keys[i].isdisjoint(held[other].keys[j]):
                        continue
                    link = _link((one, i), (other, j), versions, context)
                    if link is not None:
                        yield link


@dataclass(frozen=True, slots=True)
class _Held:
    """The occurrences of a version: which places each segment has, and the keys of the value at each place."""

    places: Mapping[int, Sequence[int]]
    keys: Sequence[frozenset[Key]]

    @classmethod
    def of(cls, version: Version) -> "_Held":
        places: dict[int, list[int]] = {}
        for place, occurrence in enumerate(version.occurrences):
            places.setdefault(occurrence.segment.index, []).append(place)
        near = len(version.segments) == 1  # an aligned row: its kinship is 1, and no key is asked for
        return cls(places, [_NONE if near else loose(occurrence.mention) for occurrence in version.occurrences])


_NONE: frozenset[Key] = frozenset()


def _facing(one: _Held, other: _Held, table: Kin) -> Iterator[tuple[int, int, float]]:
    """The segments that hold claims and are compared, and their kinship."""
    for row in one.places:
        for column, context in table.row(row):
            if column in other.places:
                yield row, column, context


def _link(one: Node, other: Node, versions: Mapping[str, Version], context: float) -> Link | None:
    """The link of two mentions whose segments are so akin; None where they are no claim together."""
    here, there = (versions[language].occurrences[place] for language, place in (one, other))
    outcome = compare(here.mention, there.mention)
    if outcome.relation is Relation.APART:
        return None
    score = sum(parts(here, there, outcome, context))
    if score < (AGREED if outcome.alike else DRIFTED):
        return None
    return Link(score, one, other, again=outcome.alike and context >= REPEATED, drifted=not outcome.alike)


def parts(here: Occurrence, there: Occurrence, outcome: Comparison, context: float) -> tuple[float, float, float]:
    """What value, context and order give to a score; by order equal values in one segment are told apart."""
    order = _ORDER * (1 - abs(_relative(here) - _relative(there)))
    return _VALUE * _alike(here.mention, there.mention, outcome), _CONTEXT * context, order


def _alike(one: Mention, other: Mention, outcome: Comparison) -> float:
    """How far two values speak for one claim, 0–1: equal ones by how much they tell."""
    if outcome.alike:
        return outcome.near * (0.5 + 0.5 * min(weight(one), weight(other)))
    return 0.5 * min(outcome.near, _UNLIKE) + (_FORM if _same_form(one, other) else 0.0)


def _relative(occurrence: Occurrence) -> float:
    return occurrence.mention.start / max(1, len(occurrence.segment.text))


def _same_form(one: Mention, other: Mention) -> bool:
    """Whether two mentions are of one kind and one unit."""
    if one.kind is not other.kind:
        return False
    if isinstance(one.value, Quantity) and isinstance(other.value, Quantity):
        return one.value.unit == other.value.unit
    return True


def _repeats(versions: Mapping[str, Version]) -> Iterator[Link]:
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
    for place, occurrence in enumerate(occurrences):
        if weight(occurrence.mention) < SURE:
            continue
        keys = [(occurrence.segment.key, key) for key in loose(occurrence.mention)]
        for earlier in sorted({each for key in keys for each in recent.get(key, ())}):
            yield earlier, place
        for key in keys:
            recent.setdefault(key, deque(maxlen=_RECENT)).append(place)
