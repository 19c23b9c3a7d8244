"""Versions that contradict themselves: of a claim they say elsewhere what the others say here."""

from collections.abc import Iterable, Mapping, Sequence

from checker.align.groups import TELLING, Node, same
from checker.align.links import Link
from checker.align.turned import Cluster, said
from checker.align.version import Version
from checker.compare import compare
from checker.model import Mention
from checker.weight import weight


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
        if not link.again or home[link.one] == home[link.other] or weight(_at(link.one, versions)) < TELLING:
            continue
        for node, other in ((link.one, link.other), (link.other, link.one)):
            found = _drifting(_at(node, versions), words(home[node]), words(home[other]))
            clusters[home[node]].wavering |= frozenset(found)


def _drifting(value: Mention, here: Mapping[str, Mention], there: Mapping[str, Mention]) -> Iterable[str]:
    """The versions that say a value there, but not here."""
    for language in here.keys() & there.keys():
        agrees = same(there[language], value) and compare(there[language], value).agrees
        if agrees and not compare(here[language], value).alike:
            yield language


def _at(node: Node, versions: Mapping[str, Version]) -> Mention:
    return versions[node[0]].occurrences[node[1]].mention
