"""Puts the mentions of all versions together that speak of one thing: best links first, never two that contradict."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from checker.align.similarity import Kin
from checker.align.version import Version
from checker.compare import Comparison, Relation, compare
from checker.model import Mention, Occurrence, Quantity
from checker.weight import weight

_VALUE, _CONTEXT = 0.45, 0.55
AGREED = 0.5
"""Score from which two mentions of equal value are one claim; set on the gold sets, each left out in turn."""
DRIFTED = 0.55
"""Score from which two mentions of unequal value are one claim that drifted."""
_UNLIKE = 0.7
"""What the nearness of a drift counts at the most, so that none outscores an agreement (P > 0.05 … P < 0.05)."""
_REPEATED = 0.35
"""Kinship of segments from which a value said again is the same claim again."""
_SURE = 0.85
"""Weight of a value from which it is the same claim wherever it is said again."""

Node = tuple[str, int]
"""A language and the place of an occurrence in its version."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions that may be one claim."""

    score: float
    one: Node
    other: Node
    agrees: bool
    context: float


def clusters(versions: Mapping[str, Version], kin: Mapping[tuple[str, str], Kin]) -> list[list[Node]]:
    """Nodes grouped into claims, each group in order of language and place."""
    nodes = [(language, place) for language in sorted(versions) for place in range(len(versions[language].occurrences))]
    groups: dict[Node, list[Node]] = {node: [node] for node in nodes}

    def at(node: Node) -> Occurrence:
        return versions[node[0]].occurrences[node[1]]

    links = [*_across(versions, kin), *_repeats(versions)]
    links.sort(key=lambda link: (-round(link.score, 4), link.one, link.other))
    for link in links:
        here, there = groups[link.one], groups[link.other]
        if here is there or not _may_join(here, there, link, at):
            continue
        here.extend(there)
        for node in there:
            groups[node] = here
    unique = {id(group): group for group in groups.values()}
    return [sorted(group) for group in unique.values()]


def _across(versions: Mapping[str, Version], kin: Mapping[tuple[str, str], Kin]) -> Iterator[Link]:
    """Links between versions, with values that agree or that may have drifted."""
    for one, other in combinations(sorted(versions), 2):
        matrix = kin[one, other].score
        rows, columns = _rows(versions[one]), _rows(versions[other])
        for i, here in enumerate(versions[one].occurrences):
            for j, there in enumerate(versions[other].occurrences):
                outcome = compare(here.mention, there.mention)
                if outcome.relation is Relation.APART:
                    continue
                context = float(matrix[rows[i], columns[j]])
                score = _score(here, there, outcome, context)
                if score >= (AGREED if outcome.alike else DRIFTED):
                    yield Link(score, (one, i), (other, j), outcome.alike, context)


def _rows(version: Version) -> list[int]:
    places = {segment.index: row for row, segment in enumerate(version.segments)}
    return [places[occurrence.segment.index] for occurrence in version.occurrences]


def _score(here: Occurrence, there: Occurrence, outcome: Comparison, context: float) -> float:
    """Value and context together; equal values in one segment are told apart by their order in it."""
    order = 0.04 * (1 - abs(_relative(here) - _relative(there)))
    if outcome.alike:
        said = min(weight(here.mention), weight(there.mention))
        return _VALUE * outcome.near * (0.5 + 0.5 * said) + _CONTEXT * context + order
    alike = 0.5 * min(outcome.near, _UNLIKE) + (0.3 if _same_form(here.mention, there.mention) else 0.0)
    return _VALUE * alike + _CONTEXT * context + order


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
        version = versions[language]
        for i, j in combinations(range(len(version.occurrences)), 2):
            here, there = version.occurrences[i], version.occurrences[j]
            outcome = compare(here.mention, there.mention)
            if outcome.relation is not Relation.AGREE or outcome.near < 0.95:
                continue
            if _beside(here, there):
                yield Link(1.2, (language, i), (language, j), True, 1.0)
            elif here.segment.index != there.segment.index and weight(here.mention) >= _SURE:
                yield Link(0.62, (language, i), (language, j), True, _REPEATED)


def _beside(here: Occurrence, there: Occurrence) -> bool:
    """Whether the second stands in brackets right behind the first: 1904年（明治37年）."""
    gap = there.mention.start - here.mention.end
    if here.segment.index != there.segment.index or not 0 <= gap <= 3:
        return False
    return any(mark in here.segment.text[here.mention.end : there.mention.start + 1] for mark in "(（[=/")


def _may_join(here: Sequence[Node], there: Sequence[Node], link: Link, at: Callable[[Node], Occurrence]) -> bool:
    """Whether two groups can be one claim: of a version that is in both, only the same thing said again."""
    common = {language for language, _ in here} & {language for language, _ in there}
    if not common:
        return True
    if not link.agrees or link.context < _REPEATED:
        return False
    for first in here:
        for second in there:
            if first[0] == second[0] and first[0] in common:
                one, other = at(first), at(second)
                if not compare(one.mention, other.mention).alike:
                    return False
                if one.segment.index == other.segment.index and not _beside(
                    *sorted((one, other), key=lambda o: o.mention.start)
                ):
                    return False
    return True
