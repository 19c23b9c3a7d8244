"""Which files are versions of one document, decided by all the names together.

A name that can be read in several ways is read in the way that makes the largest set; at a tie in the surest.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from checker.discover._names import Key, Reading, Way, readings
from checker.discover._walk import File


@dataclass(frozen=True, slots=True)
class Member:
    """A file and how its name is read; `language` is None where the name doesn't tell it."""

    file: File
    reading: Reading

    @property
    def language(self) -> str | None:
        """The language that the name tells."""
        return self.reading.language


@dataclass(frozen=True, slots=True)
class Grouping:
    """Sets by key, and the files that are in none with every way to read them."""

    sets: Mapping[Key, tuple[Member, ...]]
    rest: tuple[tuple[File, tuple[Reading, ...]], ...]


def group(
    files: Sequence[File], contradicts: Callable[[Member], bool], keyed: AbstractSet[str] = frozenset()
) -> Grouping:
    """Sets of two languages or more; `contradicts` is asked where a name (`what-is.md`) is too little.

    Files of a suffix of `keyed` are versions only of one another.
    """
    ways = {file.place: (file, tuple(readings(file, keyed))) for file in files}
    candidates = _candidates(ways.values())
    heap = [(*_rank(members.values()), key) for key, members in candidates.items() if len(members) > 1]
    heapq.heapify(heap)
    sets: dict[Key, tuple[Member, ...]] = {}
    taken: set[tuple[str, ...]] = set()
    while heap:
        *rank, key = heapq.heappop(heap)
        members = {place: member for place, member in candidates[key].items() if place not in taken}
        if -rank[0] < 2 or not members:
            continue
        if (now := _rank(members.values())) != tuple(rank):
            candidates[key] = members
            heapq.heappush(heap, (*now, key))
            continue
        if any(contradicts(member) for member in _doubtful(members.values())):
            continue
        sets[key] = tuple(members[place] for place in sorted(members))
        taken.update(members)
    rest = tuple(ways[place] for place in sorted(ways) if place not in taken)
    return Grouping(dict(sorted(sets.items())), rest)


def _candidates(
    ways: Iterable[tuple[File, tuple[Reading, ...]]],
) -> dict[Key, dict[tuple[str, ...], Member]]:
    """For every key the files that could be of it, each by its surest way."""
    found: dict[Key, dict[tuple[str, ...], Member]] = defaultdict(dict)
    for file, read in ways:
        for reading in sorted(read, key=lambda reading: (reading.way, -len(reading.code))):
            if reading.language or reading.way is Way.NONE:
                found[reading.key].setdefault(file.place, Member(file, reading))
    return found


def _rank(members: Iterable[Member]) -> tuple[int, int]:
    """The more languages the better (files without a code count as one), then the surer way."""
    languages = {member.language for member in members}
    ways = [member.reading.way for member in members if member.language]
    return -len(languages), min(ways, default=Way.NONE)


def _doubtful(members: Iterable[Member]) -> list[Member]:
    """The member whose code stands behind a hyphen, where no second code confirms it."""
    coded = [member for member in members if member.language]
    if len({member.language for member in coded}) > 1:
        return []
    return [member for member in coded if member.reading.way is Way.TAIL]
