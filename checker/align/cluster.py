"""Puts the mentions of all versions together that speak of one thing: best links first, never two that contradict."""

from collections.abc import Mapping

from checker.align.groups import Group, Node
from checker.align.links import Link, across, repeats
from checker.align.lone import placed
from checker.align.similarity import Kinships
from checker.align.strayed import replaced, strayed
from checker.align.turned import Cluster, turned
from checker.align.twice import once
from checker.align.version import Version
from checker.align.wavering import wavering


def clusters(versions: Mapping[str, Version], kin: Kinships) -> list[Cluster]:
    """The mentions of all versions, each in the cluster of its claim."""
    groups: dict[Node, Group] = {}
    for language in sorted(versions):
        for place, occurrence in enumerate(versions[language].occurrences):
            node = language, place
            groups[node] = Group(node, occurrence)
    links = [*across(versions, kin), *repeats(versions)]
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
    found = turned(list(unique.values()), refused, versions, kin)
    found = once(replaced(strayed(found, versions, kin), versions, kin), versions)
    wavering(found, links, versions)
    return placed(found, versions, kin)


def _may_join(here: Group, there: Group, link: Link) -> bool:
    """Whether two groups can be one claim: of a version that is in both, only the same thing said again."""
    return not here.meets(there) or (link.again and here.repeats(there))
