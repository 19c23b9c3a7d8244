"""A place at which a version says the value of another claim: what the other versions say there is put beside it.

A value said again joins the claim that it repeats. Where a version writes the value of one claim into the sentence of
another, which the others say again there, both would be told of fewer places in some versions, and nothing of a drift.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from checker.align.groups import TELLING, Node, form
from checker.align.similarity import Kinships
from checker.align.turned import Cluster
from checker.align.version import Version
from checker.model import Mention
from checker.weight import weight

_MANY = 64
"""Mentions from which a value is no claim said again, but one that the text is full of."""


def strayed(clusters: Sequence[Cluster], versions: Mapping[str, Version], kin: Kinships) -> list[Cluster]:
    """The clusters, with one more for each mention of another claim's value in the place of what most versions say."""
    home = {node: cluster for cluster in clusters for node in cluster.nodes}
    held: dict[tuple[str, int], list[Node]] = defaultdict(list)
    for node in home:
        held[node[0], _row(node, versions)].append(node)
    result = list(clusters)
    for cluster in clusters:
        language = _repeating(cluster)
        if language is None:
            continue
        for stray in [node for node in cluster.nodes if node[0] == language]:
            faced: list[Node] = []
            for other in dict.fromkeys(each for each, _ in cluster.nodes if each != language):
                rows = _facing(_row(stray, versions), language, other, versions, kin)
                faced += _said([node for row in rows for node in held[other, row]], stray, home, versions)
            others = {each for each, _ in cluster.nodes} - {language}
            if 2 * len(faced) > len(others) and len({id(home[node]) for node in faced}) == 1:
                cluster.nodes.remove(stray)
                there = home[faced[0]]
                there.nodes[:] = [node for node in there.nodes if node not in faced]
                result.append(Cluster(sorted([stray, *faced])))
                home |= dict.fromkeys(result[-1].nodes, result[-1])
                break
    return result


def _repeating(cluster: Cluster) -> str | None:
    """The one version that says a claim again more often than all others."""
    (first, most), *rest = Counter(language for language, _ in cluster.nodes).most_common()
    return first if rest and 1 < most > rest[0][1] and len(cluster.nodes) <= _MANY else None


def _facing(row: int, language: str, other: str, versions: Mapping[str, Version], kin: Kinships) -> list[int]:
    """The segments of another version in the place of one: the same of as many, else the next of kin."""
    if len(versions[language].segments) == len(versions[other].segments):
        return [row]
    rows = dict(kin.facing(language, row, other))
    best = max(rows.values(), default=0.0)
    return [each for each, near in rows.items() if near == best]


def _said(
    found: Sequence[Node], stray: Node, home: Mapping[Node, Cluster], versions: Mapping[str, Version]
) -> list[Node]:
    """The one mention of a form and of a claim that a version says more often than that of the stray; else nothing."""
    here, mention = home[stray], _mention(stray, versions)
    alike = [node for node in found if form(_mention(node, versions)) == form(mention)]
    if len(alike) != 1 or home[alike[0]] is here:
        return []
    counts = Counter(language for language, _ in home[alike[0]].nodes)
    telling = min(weight(mention), weight(_mention(alike[0], versions))) >= TELLING
    return alike if telling and counts[alike[0][0]] > max(1, counts[stray[0]]) else []


def _row(node: Node, versions: Mapping[str, Version]) -> int:
    return versions[node[0]].occurrences[node[1]].segment.index


def _mention(node: Node, versions: Mapping[str, Version]) -> Mention:
    return versions[node[0]].occurrences[node[1]].mention
