"""How alike the segments of two versions are, as a table that holds what is worth comparing."""

from collections.abc import Container, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.align.band import Columns, Matrix, stretches

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Jumps:
    """Kinship of segments outside the band: `kin` of `here` and `there`, in order of these."""

    here: NDArray[np.int64]
    there: NDArray[np.int64]
    kin: NDArray[np.float64]

    def of(self, row: int) -> Iterator[tuple[int, float]]:
        """What a segment is compared with besides its band, and their kinship."""
        part = slice(*np.searchsorted(self.here, (row, row + 1)).tolist())
        return zip(self.there[part].tolist(), self.kin[part].tolist(), strict=True)

    @property
    def back(self) -> "Jumps":
        """The same seen from the other side."""
        order = np.lexsort((self.here, self.there))
        return Jumps(self.there[order], self.here[order], self.kin[order])


_NO_JUMPS = Jumps(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))


@dataclass(frozen=True, slots=True, eq=False)
class Kin:
    """How alike the segments of two versions are, in 0–1.

    `score` holds a band of columns for each row (rows × width), `first` the column at which each row's band begins,
    `jumps` what lies outside (`back` by column). `shared` and `mutual` say of the rows and of the columns which of
    them have a counterpart by their values, and by being each other's nearest in meaning.
    """

    first: Columns
    score: Matrix
    shared: tuple[Flags, Flags]
    mutual: tuple[Flags, Flags]
    jumps: Jumps = _NO_JUMPS
    back: Jumps = _NO_JUMPS

    def at(self, row: int, column: int) -> float:
        """The kinship of two segments; 0 where they are too far apart to be compared."""
        place = column - int(self.first[row])
        if 0 <= place < self.score.shape[1]:
            return float(self.score[row, place])
        return dict(self.jumps.of(row)).get(column, 0.0)

    def row(self, row: int) -> Iterator[tuple[int, float]]:
        """The columns that are compared with a row, and their kinship."""
        yield from enumerate(self.score[row].tolist(), int(self.first[row]))
        yield from self.jumps.of(row)

    def cells(self, rows: Container[int], columns: Container[int], least: float) -> Iterator[tuple[int, int, float]]:
        """Of these rows and columns the cells that are compared and so akin at least: row, column, kinship."""
        for part in stretches(len(self.score)):
            down, across = np.nonzero(self.score[part] >= least)
            down += part.start
            score = self.score[down, across].tolist()
            for row, column, kin in zip(down.tolist(), (across + self.first[down]).tolist(), score, strict=True):
                if row in rows and column in columns:
                    yield row, column, kin
        for place in np.flatnonzero(self.jumps.kin >= least):
            row, column = int(self.jumps.here[place]), int(self.jumps.there[place])
            if row in rows and column in columns:
                yield row, column, float(self.jumps.kin[place])

    def counterpart(self, row: int) -> int:
        """The column that is the next of kin to a row, the first of several."""
        return max(self.row(row), key=lambda cell: (cell[1], -cell[0]))[0]

    def column(self, column: int) -> Iterator[tuple[int, float]]:
        """The rows that are compared with a column, and their kinship."""
        low = int(np.searchsorted(self.first, column - self.score.shape[1], "right"))
        high = int(np.searchsorted(self.first, column, "right"))
        rows = np.arange(low, high)
        yield from zip(rows.tolist(), self.score[rows, column - self.first[low:high]].tolist(), strict=True)
        yield from self.back.of(column)
