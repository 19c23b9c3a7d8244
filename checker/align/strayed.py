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
from checker.compare import Relation, compare
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


def replaced(clusters: Sequence[Cluster], versions: Mapping[str, Version], kin: Kinships) -> list[Cluster]:
    """The clusters, with what others say again put to the value that one version alone says in that place.

    The card costs 20 euros and another one 20 euros, of which a version makes 30: the 20 agree all the same.
    """
    home = {node: cluster for cluster in clusters for node in cluster.nodes}
    held: dict[tuple[str, int], list[Node]] = defaultdict(list)
    for node in home:
        held[node[0], _row(node, versions)].append(node)
    counted = {id(each): Counter(language for language, _ in each.nodes) for each in clusters if len(each.nodes) > 1}
    for alone in [cluster for cluster in clusters if len(cluster.nodes) == 1]:
        (lone,) = alone.nodes
        row, others = _row(lone, versions), [language for language in versions if language != lone[0]]
        faced: list[Node] = []
        for other in others:
            rows = _facing(row, lone[0], other, versions, kin)
            near = [node for each in rows for node in held[other, each][:_MANY]]
            alike = [node for node in near if _unlike(lone, node, versions)]
            faced += alike if len(alike) == 1 else []
        there = home[faced[0]] if faced else alone
        counts = counted.get(id(there), Counter())
        again = [node for node in faced if home[node] is there and counts[node[0]] > counts[lone[0]] > 0]
        beside = held[lone[0], row]
        elsewhere = len(beside) <= _MANY and all(home[node] is not there for node in beside)
        if elsewhere and len(again) == len(faced) and 2 * len(again) > len(others) and len(there.nodes) <= _MANY:
            there.nodes[:] = [node for node in there.nodes if node not in again]
            alone.nodes[:] = sorted([lone, *again])
            home |= dict.fromkeys(again, alone)
            counts.subtract(language for language, _ in again)
    return list(clusters)


def _unlike(one: Node, other: Node, versions: Mapping[str, Version]) -> bool:
    """Whether two mentions are of one form, and the one may be a slip of the other."""
    here, there = _mention(one, versions), _mention(other, versions)
    outcome = compare(here, there)
    return form(here) == form(there) and outcome.relation is Relation.DIFFER and outcome.strong


def _repeating(cluster: Cluster) -> str | None:
    """The one version that says a claim again more often than all others."""
    (first, most), *rest = Counter(language for language, _ in cluster.nodes).most_common()
    return first if rest and 1 < most > rest[0][1] and len(cluster.nodes) <= _MANY else None


def _facing(row: int, language: str, other: str, versions: Mapping[str, Version], kin: Kinships) -> list[int]:
    """The segments of another version in the place of one: the same of as many, else the next of kin."""
    if not versions[other].segments:
        return []
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
