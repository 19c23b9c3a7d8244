"""How alike the segments of two versions are, as a table that holds what is worth comparing."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from checker.align.band import Columns, Matrix

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Kin:
    """How alike the segments of two versions are, in 0–1.

    `score` holds a band of columns for each row (rows × width), `first` the column at which each row's band begins,
    `jumps` what lies outside. `shared` and `mutual` say of the rows and of the columns which of them have a
    counterpart by their values, and by being each other's nearest in meaning.
    """

    first: Columns
    score: Matrix
    shared: tuple[Flags, Flags]
    mutual: tuple[Flags, Flags]
    jumps: Mapping[int, Mapping[int, float]] = field(default_factory=dict)
    back: Mapping[int, Mapping[int, float]] = field(default_factory=dict)

    def at(self, row: int, column: int) -> float:
        """The kinship of two segments; 0 where they are too far apart to be compared."""
        place = column - int(self.first[row])
        if 0 <= place < self.score.shape[1]:
            return float(self.score[row, place])
        return self.jumps.get(row, {}).get(column, 0.0)

    def row(self, row: int) -> Iterator[tuple[int, float]]:
        """The columns that are compared with a row, and their kinship."""
        yield from enumerate(self.score[row].tolist(), int(self.first[row]))
        yield from self.jumps.get(row, {}).items()

    def cells(self, rows: Container[int], columns: Container[int], least: float) -> Iterator[tuple[int, int, float]]:
        """Of these rows and columns the cells that are compared and so akin at least: row, column, kinship."""
        down, across = np.nonzero(self.score >= least)
        score = self.score[down, across].tolist()
        for row, column, kin in zip(down.tolist(), (across + self.first[down]).tolist(), score, strict=True):
            if row in rows and column in columns:
                yield row, column, kin
        for row, jumps in self.jumps.items():
            if row in rows:
                yield from ((row, column, kin) for column, kin in jumps.items() if kin >= least and column in columns)

    def counterpart(self, row: int) -> int:
        """The column that is the next of kin to a row, the first of several."""
        return max(self.row(row), key=lambda cell: (cell[1], -cell[0]))[0]

    def column(self, column: int) -> Iterator[tuple[int, float]]:
        """The rows that are compared with a column, and their kinship."""
        low = int(np.searchsorted(self.first, column - self.score.shape[1], "right"))
        high = int(np.searchsorted(self.first, column, "right"))
        rows = np.arange(low, high)
        yield from zip(rows.tolist(), self.score[rows, column - self.first[low:high]].tolist(), strict=True)
        yield from self.back.get(column, {}).items()
