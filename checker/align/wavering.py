"""Versions that contradict themselves: of a claim they say elsewhere what the others say here."""

from collections.abc import Iterable, Mapping, Sequence

from checker.align.groups import TELLING, Node, same
from checker.align.links import Link
from checker.align.turned import Cluster, said
from checker.align.version import Version
from checker.compare import Relation, compare
from checker.model import Mention
from checker.weight import portion, weight


def wavering(clusters: Sequence[Cluster], links: Iterable[Link], versions: Mapping[str, Version]) -> None:
    """Notes in each cluster the versions that drift in it and give its value in another.

    That the other is the same claim again is told by a link that did not make one cluster of the two.
    """
    home = {node: place for place, cluster in enumerate(clusters) for node in cluster.nodes}
    told: dict[int, Mapping[str, Mention]] = {}  # a cluster may have as many such links as mentions

    def words(place: int) -> Mapping[str, Mention]:
        if place not in told:
            told[place] = said(clusters[place], versions)
        return told[place]

    for link in links:
        if not link.again or home[link.one] == home[link.other] or not _telling(_at(link.one, versions)):
            continue
        for node, other in ((link.one, link.other), (link.other, link.one)):
            clusters[home[node]].wavering |= _drifting(_at(node, versions), words(home[node]), words(home[other]))


def _telling(mention: Mention) -> bool:
    """Whether a value is no chance the second time: two digits, no part of a whole in words."""
    return weight(mention) >= TELLING and not portion(mention)


def _drifting(value: Mention, here: Mapping[str, Mention], there: Mapping[str, Mention]) -> frozenset[str]:
    """The versions that say a value there, but not here.

    None where they are more than those who say it in both: then it is another claim that happens to have the value.
    """
    saying = {language for language in here.keys() & there.keys() if _equal(there[language], value)}
    drifting = frozenset(each for each in saying if not compare(here[each], value).alike)
    return drifting if 2 * len(drifting) <= len(saying) else frozenset()


def _equal(one: Mention, other: Mention) -> bool:
    """Whether two mentions have the very same value: not 24 and 26, of which one is rounded, nor a rate converted."""
    outcome = compare(one, other)
    return same(one, other) and outcome.relation is Relation.AGREE and outcome.near == 1


def _at(node: Node, versions: Mapping[str, Version]) -> Mention:
    return versions[node[0]].occurrences[node[1]].mention
