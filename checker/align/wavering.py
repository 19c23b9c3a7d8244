"""Versions that contradict themselves: of a claim they say elsewhere what the others say here."""

from collections.abc import Iterable, Mapping, Sequence

from checker.align.groups import Node
from checker.align.links import Link
from checker.align.turned import Cluster
from checker.align.version import Version
from checker.compare import compare
from checker.model import Mention
from checker.weight import weight

TELLING = 0.5
"""Weight from which a value is no chance the second time: two digits."""


def wavering(clusters: Sequence[Cluster], links: Iterable[Link], versions: Mapping[str, Version]) -> None:
    """Notes in each cluster the versions that drift in it and give its value in another.

    That the other is the same claim again is told by a link that did not make one cluster of the two.
    """
    home = {node: cluster for cluster in clusters for node in cluster.nodes}
    for link in links:
        if link.again and home[link.one] is not home[link.other] and weight(_at(link.one, versions)) >= TELLING:
            for node, other in ((link.one, link.other), (link.other, link.one)):
                here, there = home[node], home[other]
                here.wavering |= frozenset(_drifting(_at(node, versions), here, there, versions))


def _drifting(said: Mention, here: Cluster, there: Cluster, versions: Mapping[str, Version]) -> Iterable[str]:
    """The versions that say a value there, but not here."""
    found, elsewhere = _said(here, versions), _said(there, versions)
    for language in found.keys() & elsewhere.keys():
        if compare(elsewhere[language], said).agrees and not compare(found[language], said).alike:
            yield language


def _said(cluster: Cluster, versions: Mapping[str, Version]) -> dict[str, Mention]:
    """What each version says, where it says it first."""
    said: dict[str, Mention] = {}
    for node in cluster.nodes:
        said.setdefault(node[0], _at(node, versions))
    return said


def _at(node: Node, versions: Mapping[str, Version]) -> Mention:
    return versions[node[0]].occurrences[node[1]].mention
