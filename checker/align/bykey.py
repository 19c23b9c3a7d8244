"""Versions whose blocks have keys: what is called the same is the same, wherever it stands.

Segments are kin where they are of one key: wholly where they are as far into it, less the further apart. Nothing is
compared with what has another key, so that each key costs little however many there are.
"""

from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from checker.align.kin import Kin
from checker.align.version import Version

_STEP = 0.25
"""By how much kinship falls from one segment of a key to the next."""
_LEAST = 0.3
_REACH = 8
"""Segments of a key, before and behind the one at the same place, that are compared."""


@dataclass(frozen=True, slots=True, eq=False)
class Keys:
    """The key of each segment of a version, and the segments of each key in order."""

    names: Sequence[str]
    rows: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, version: Version) -> "Keys | None":
        """The keys of a version; None where some of its segments have none."""
        rows: dict[str, list[int]] = {}
        names = [segment.key for segment in version.segments]
        if not all(names):
            return None
        for row, name in enumerate(names):
            rows.setdefault(name, []).append(row)
        return cls(names, rows)

    def facing(self, row: int, other: "Keys") -> Iterator[tuple[int, float]]:
        """The segments of another version that have the key of a segment, and their kinship."""
        name = self.names[row]
        own, there = self.rows[name], other.rows.get(name, ())
        place, many = bisect_left(own, row) + 0.5, max(len(own), len(there))
        middle = int(place / len(own) * len(there))
        for index in range(max(0, middle - _REACH), min(len(there), middle + _REACH + 1)):
            apart = abs(place / len(own) - (index + 0.5) / len(there)) * many
            yield there[index], max(_LEAST, 1 - _STEP * apart)

    def beside(self, other: "Keys") -> list[int]:
        """For each segment the one of another version that it stands behind, by the nearest key that both have."""
        found: list[int] = []
        last = next((other.rows[name][0] for name in self.names if name in other.rows), 0)
        for name in self.names:
            last = other.rows[name][-1] if name in other.rows else last
            found.append(last)
        return found


_NO_KEYS = Keys((), {})


@dataclass(frozen=True, slots=True, eq=False)
class ByKey(Kin):
    """Kinship by key; the table of `Kin` is empty."""

    here: Keys = _NO_KEYS
    there: Keys = _NO_KEYS
    beside: tuple[Sequence[int], Sequence[int]] = field(default=((), ()))
    """For each row, and each column, the segment on the other side that it stands behind."""

    def at(self, row: int, column: int) -> float:
        return dict(self.row(row)).get(column, 0.0)

    def row(self, row: int) -> Iterator[tuple[int, float]]:
        return self.here.facing(row, self.there)

    def column(self, column: int) -> Iterator[tuple[int, float]]:
        return self.there.facing(column, self.here)

    def cells(self, rows: Container[int], columns: Container[int], least: float) -> Iterator[tuple[int, int, float]]:
        for row in range(len(self.here.names)):
            if row in rows:
                yield from ((row, at, kin) for at, kin in self.row(row) if kin >= least and at in columns)

    def counterpart(self, row: int) -> int:
        return max(self.row(row), key=lambda cell: (cell[1], -cell[0]), default=(self.beside[0][row], 0.0))[0]


def by_key(here: Keys | None, there: Keys | None) -> ByKey | None:
    """The kinship of two versions by their keys; None where not all segments have one, or the two share none."""
    if here is None or there is None or here.rows.keys().isdisjoint(there.rows):
        return None
    rows, columns = len(here.names), len(there.names)
    all_ = np.ones(rows, bool), np.ones(columns, bool)
    empty = np.zeros((rows, 0), np.float32)
    beside = here.beside(there), there.beside(here)
    return ByKey(np.zeros(rows, np.int64), empty, all_, all_, here=here, there=there, beside=beside)
