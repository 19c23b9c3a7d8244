"""A claim said twice of which one place drifts: what the other versions say at that place is put beside it.

A value said again joins the claim that it repeats. Where one version says something else the second time, its words are
left alone, and what they should agree with is hidden among the repetitions.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.align.groups import Node
from checker.align.similarity import Kinships
from checker.align.version import Version
from checker.model import Mention

_MANY = 64
"""Mentions from which a value is no claim said again, but one that the text is full of."""


@dataclass(slots=True)
class Cluster:
    """Mentions that are one claim; `wavering` are the versions that say elsewhere what others say of it here."""

    nodes: list[Node]
    wavering: frozenset[str] = frozenset()


def said(cluster: Cluster, versions: Mapping[str, Version]) -> dict[str, Mention]:
    """What each version says, where it says it first."""
    found: dict[str, Mention] = {}
    for language, place in cluster.nodes:
        found.setdefault(language, versions[language].occurrences[place].mention)
    return found


def turned(
    found: Sequence[list[Node]],
    refused: Sequence[tuple[Node, Node]],
    versions: Mapping[str, Version],
    kin: Kinships,
) -> list[Cluster]:
    """The clusters, each in order of language and place, with repetitions moved to the drifting words they face.

    `refused` are pairs of mentions whose values drifted and that could not be one claim, the likeliest first.
    """
    clusters = [Cluster(nodes) for nodes in found]
    own = [frozenset(_counted(cluster)) for cluster in clusters]
    home = {node: place for place, nodes in enumerate(found) for node in nodes}
    for pair in refused:
        for drifting, again in (pair, pair[::-1]):
            place = home[drifting]
            here, there = clusters[place], clusters[home[again]]
            if here is there or max(len(here.nodes), len(there.nodes)) > _MANY:
                continue
            if _repeats(again, here, there, own[place]) and _faces(again, drifting, there, versions, kin):
                there.nodes.remove(again)
                here.nodes.append(again)
                home[again] = place
    for cluster in clusters:
        cluster.nodes.sort()
    return clusters


def _counted(cluster: Cluster) -> Counter[str]:
    """How often each version says a claim."""
    return Counter(language for language, _ in cluster.nodes)


def _repeats(again: Node, here: Cluster, there: Cluster, own: frozenset[str]) -> bool:
    """Whether a mention says a claim again, and as many versions do as say something else (`own`), or more."""
    wanted, counted = _counted(here), _counted(there)
    if again[0] in wanted or counted[again[0]] < 2:
        return False
    repeating = {language for language, count in counted.items() if count > 1 and language not in wanted}
    return len(repeating) + len(wanted.keys() - own) >= len(own)


def _faces(again: Node, drifting: Node, there: Cluster, versions: Mapping[str, Version], kin: Kinships) -> bool:
    """Whether a mention belongs to the words that drift rather than to those of the same version that agree with it.

    Equal values make sentences akin, so that what is left for the others is weighed, too: all in all the places of the
    two versions must go together better so than crosswise.
    """
    facing: dict[Node, dict[int, float]] = {}

    def near(node: Node, other: Node) -> float:
        if node not in facing:
            facing[node] = dict(kin.facing(node[0], _row(node, versions), other[0]))
        return facing[node].get(_row(other, versions), 0.0)

    alike = [node for node in there.nodes if node[0] == drifting[0]]
    rest = [node for node in there.nodes if node[0] == again[0] and node != again]
    return bool(alike) and all(
        any(near(again, drifting) + near(left, node) > near(again, node) + near(left, drifting) for left in rest)
        for node in alike
    )


def _row(node: Node, versions: Mapping[str, Version]) -> int:
    return versions[node[0]].occurrences[node[1]].segment.index
