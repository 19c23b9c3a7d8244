"""Values that a version alone says right where it lacks what the others say: one claim whose value drifted.

Where no model was asked, a sentence is known by its values and its place. One whose only value drifted has its place
alone, too little for a link; but what it says is left over, of the kind that is missing there, and the only such one.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from checker.align.groups import Form, Node, form
from checker.align.similarity import Kinships
from checker.align.turned import Cluster
from checker.align.version import Version
from checker.compare import Relation, compare
from checker.model import Occurrence

_FACING = 0.499
"""Kinship by place alone of a sentence with its counterpart."""

Row = tuple[str, int]
"""A language and the index of a segment."""
Held = Mapping[tuple[Row, Form], Sequence[int]]
"""The clusters that a segment of a version holds mentions of, by the form of these."""


def placed(clusters: Sequence[Cluster], versions: Mapping[str, Version], kin: Kinships) -> list[Cluster]:
    """The clusters, each value that a version alone says put to the one claim that it lacks there.

    Nothing is done where a model was asked: then sentences that belong together are known by what they mean.
    """
    rows = {
        place: list(_facing(cluster.nodes[0], versions, kin))
        for place, cluster in enumerate(clusters)
        if len(cluster.nodes) == 1 and versions[cluster.nodes[0][0]].vectors is None
    }
    held = _held(clusters, versions, {row for several in rows.values() for row in several})
    wanted = {
        place: _lacking(clusters[place].nodes[0], several, held, clusters, versions) for place, several in rows.items()
    }
    taken = Counter((other, clusters[place].nodes[0][0]) for place, others in wanted.items() for other in others)
    gone: set[int] = set()
    for place, others in wanted.items():
        cluster = clusters[place]
        if len(others) != 1 or others[0] in gone or len(cluster.nodes) > 1:  # this one has taken another in
            continue
        node, target = cluster.nodes[0], clusters[others[0]]
        if taken[others[0], node[0]] == 1 and _comparable(node, target, versions):
            target.nodes = sorted([*target.nodes, node])
            gone.add(place)
    return [cluster for place, cluster in enumerate(clusters) if place not in gone]


def _facing(node: Node, versions: Mapping[str, Version], kin: Kinships) -> Iterator[Row]:
    """The segments of the other versions in which what a mention says would be said.

    A bare number must stand at the very place; of a kind with a unit there are fewer, and a neighbour may say it where
    texts have no keys.
    """
    found = _at(node, versions)
    around = (0,) if form(found.mention)[1] is None or found.segment.key else (-1, 0, 1)
    for other, version in versions.items():
        if other != node[0] and version.segments:
            facing = kin.facing(node[0], found.segment.index, other)
            near = {row + step for row, score in facing if score >= _FACING for step in around}
            yield from ((other, row) for row in sorted(near))


def _held(clusters: Sequence[Cluster], versions: Mapping[str, Version], rows: AbstractSet[Row]) -> Held:
    held: dict[tuple[Row, Form], list[int]] = {}
    for place, cluster in enumerate(clusters):
        for node in cluster.nodes:
            found = _at(node, versions)
            row = node[0], found.segment.index
            if row in rows:
                held.setdefault((row, form(found.mention)), []).append(place)
    return held


def _lacking(
    node: Node, rows: Sequence[Row], held: Held, clusters: Sequence[Cluster], versions: Mapping[str, Version]
) -> list[int]:
    """The claims of a mention's form that its version lacks and most of those which have them say in these segments."""
    own = form(_at(node, versions).mention)
    near = Counter(place for _, place in {(row[0], place) for row in rows for place in held.get((row, own), ())})
    said = {place: {language for language, _ in clusters[place].nodes} for place in near}
    return [
        place for place, count in sorted(near.items()) if node[0] not in said[place] and 2 * count > len(said[place])
    ]


def _comparable(node: Node, cluster: Cluster, versions: Mapping[str, Version]) -> bool:
    mention = _at(node, versions).mention
    return any(compare(mention, _at(each, versions).mention).relation is not Relation.APART for each in cluster.nodes)


def _at(node: Node, versions: Mapping[str, Version]) -> Occurrence:
    return versions[node[0]].occurrences[node[1]]
