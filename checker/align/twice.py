"""One slip that a version makes wherever it says a claim: one claim with all its places, and not a drift for each."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from checker.align.groups import SURE, TELLING
from checker.align.turned import Cluster, said
from checker.align.version import Version
from checker.compare import compare
from checker.model import Label, Mention, Moment, Quantity, Role
from checker.weight import weight

Words = tuple[str, object]
"""A version and what it says."""


def once(clusters: Sequence[Cluster], versions: Mapping[str, Version]) -> list[Cluster]:
    """The clusters, with those made one in which two versions differ by the same two values.

    The values must tell much, or the one place be a heading: two people may each have paid 40 euros.
    """
    kept: list[Cluster] = []
    seen: dict[tuple[Words, Words], tuple[Cluster, dict[str, Mention], bool]] = {}
    for cluster in sorted(clusters, key=lambda each: each.nodes):
        words, heads = said(cluster, versions), _heads(cluster, versions)
        pairs = list(_differing(words))
        twin = next((seen[pair] for pair in pairs if pair in seen), None)
        if twin is not None and (heads or twin[2] or _sure(words)) and _alike(words, twin[1]):
            twin[0].nodes += cluster.nodes
            continue
        kept.append(cluster)
        for pair in pairs:
            seen[pair] = cluster, words, heads
    for cluster in kept:
        cluster.nodes.sort()
    return kept


def _heads(cluster: Cluster, versions: Mapping[str, Version]) -> bool:
    """Whether a claim is made in headings only."""
    found = (versions[language].occurrences[place] for language, place in cluster.nodes)
    return all(each.segment.role is Role.HEADING for each in found)


def _sure(words: Mapping[str, Mention]) -> bool:
    return min(map(weight, words.values())) >= SURE


def _differing(words: Mapping[str, Mention]) -> Iterator[tuple[Words, Words]]:
    """Every two versions that differ, and what they say."""
    telling = sorted(language for language, mention in words.items() if weight(mention) >= TELLING)
    for one, other in combinations(telling, 2):
        if not compare(words[one], words[other]).alike:
            yield (one, _value(words[one])), (other, _value(words[other]))


def _alike(one: Mapping[str, Mention], other: Mapping[str, Mention]) -> bool:
    """Whether no version says two things in the two."""
    return all(compare(one[language], other[language]).agrees for language in one.keys() & other.keys())


def _value(mention: Mention) -> object:
    """What two mentions share that say the same, however it is written."""
    value = mention.value
    match value:
        case Quantity():
            return value.low.normalize(), value.high.normalize(), value.unit
        case Moment():
            return value
        case Label():
            return value.name
