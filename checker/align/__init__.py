"""Alignment: the claims of all versions of a document, clustered at once into facts; no version is the pivot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checker.align.body import bodies
from checker.align.cluster import clusters
from checker.align.crossed import crossed
from checker.align.groups import Node
from checker.align.similarity import Kinships
from checker.align.turned import Cluster
from checker.align.version import Version
from checker.model import Claim, Fact, Occurrence, Segment

__all__ = ["Alignment", "Version", "align"]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The facts of a document set, in the order in which they are told, and the mentions outside its body."""

    facts: tuple[Fact, ...]
    outside: tuple[Occurrence, ...]


def align(versions: Mapping[str, Version], prefix: str, *, whole: bool = False) -> Alignment:
    """The facts of a document set; ids are `prefix/1`, `prefix/2` …

    `whole` says that every segment belongs to the body (aligned corpora have no page around them).
    """
    kin = Kinships(versions)
    inside = (
        {language: frozenset(segment.index for segment in version.segments) for language, version in versions.items()}
        if whole or kin.keyed
        else bodies(versions, kin)
    )
    trimmed = {
        language: replace(
            version, occurrences=[found for found in version.occurrences if found.segment.index in inside[language]]
        )
        for language, version in versions.items()
    }
    outside = tuple(
        found
        for language in sorted(versions)
        for found in versions[language].occurrences
        if found.segment.index not in inside[language]
    )
    del inside  # tens of megabytes of a long document
    found = clusters(trimmed, kin)
    found.sort(key=lambda cluster: _order(cluster.nodes, trimmed))
    facts = tuple(_fact(f"{prefix}/{number}", cluster, trimmed, kin) for number, cluster in enumerate(found, 1))
    return Alignment(crossed(facts, versions, rows=whole or kin.keyed), outside)


def _order(group: Sequence[Node], versions: Mapping[str, Version]) -> tuple[float, Sequence[Node]]:
    """Where a claim stands in the mean of its versions, 0–1."""
    places = []
    for language, place in group:
        version = versions[language]
        occurrence = version.occurrences[place]
        within = occurrence.mention.start / max(1, len(occurrence.segment.text))
        places.append((occurrence.segment.index + within) / max(1, len(version.segments)))
    return round(sum(places) / len(places), 6), group


def _fact(name: str, cluster: Cluster, versions: Mapping[str, Version], kin: Kinships) -> Fact:
    claims: dict[str, list[Occurrence]] = {}
    for language, place in cluster.nodes:
        claims.setdefault(language, []).append(versions[language].occurrences[place])
    keys = {versions[language].occurrences[place].segment.key for language, place in cluster.nodes}
    missing = tuple(
        language
        for language, version in sorted(versions.items())
        if language not in claims and version.segments and version.withheld.isdisjoint(keys)
    )
    return Fact(
        id=name,
        claims={language: Claim(language, tuple(_fullest_first(found))) for language, found in sorted(claims.items())},
        missing=missing,
        places={language: _place(language, cluster.nodes, versions, kin) for language in missing},
        wavering=cluster.wavering,
    )


def _fullest_first(found: list[Occurrence]) -> list[Occurrence]:
    """Occurrences with the one in the longest sentence first: the body says more than the headline."""
    return sorted(found, key=lambda item: (-min(len(item.segment.text), 400), item.segment.index, item.mention.start))


def _place(language: str, group: Sequence[Node], versions: Mapping[str, Version], kin: Kinships) -> Segment:
    """The segment of a version where a claim that it lacks would stand: the next of kin to those that say it."""
    total: dict[int, float] = {}
    for other, place in group:
        for row, score in kin.facing(other, versions[other].occurrences[place].segment.index, language):
            total[row] = total.get(row, 0.0) + score
    if not total:
        other, place = group[0]
        return versions[language].segments[
            kin.beside(other, versions[other].occurrences[place].segment.index, language)
        ]
    return versions[language].segments[max(total, key=lambda row: (total[row], -row))]
