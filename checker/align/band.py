"""Tables of two versions' segments that hold only a band of columns for each row: their size grows with the rows."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.align.keys import Key

Matrix = NDArray[np.float32]
Columns = NDArray[np.int64]
"""The first column of each row's band; it never falls from one row to the next."""
Held = Sequence[Sequence[Key]]
"""The keys of the values that each segment holds, each once."""

UNRELATED, RELATED = 0.3, 0.65
"""Cosines of the bundled encoder's alignment vectors between which two segments grow akin (docs/model.md)."""
_BLOCK = 256
"""Rows, and columns beyond a band's width, that are multiplied at once."""
_ROWS_AT_ONCE = 4096


def stretches(count: int, most: int = _ROWS_AT_ONCE) -> Iterator[slice]:
    """Rows a stretch at a time, for what is made on the way to a table is larger than the table."""
    return (slice(start, min(count, start + most)) for start in range(0, count, most))


def around(middle: NDArray[np.float64], half: int, columns: int) -> tuple[Columns, int]:
    """The band of `half` columns on both sides of a middle: its first columns, and its width."""
    width = min(columns, 2 * half + 1)
    first = np.clip(np.rint(middle).astype(np.int64) - half, 0, columns - width)
    return np.maximum.accumulate(first), width


def cosines(one: Matrix, other: Matrix, first: Columns, width: int) -> Matrix:
    """The cosines of unit vectors (rows × d and columns × d) within a band (rows × width)."""
    result = np.zeros((len(one), width), np.float32)
    for start, end in _stretches(first):
        low, high = int(first[start]), int(first[end - 1]) + width
        table = one[start:end] @ other[low:high].T
        places = first[start:end, None] - low + np.arange(width)
        result[start:end] = np.take_along_axis(table, places, 1)
    return result


def akin(cosine: Matrix) -> Matrix:
    """How akin segments of such cosines are: 0 for unrelated ones, 1 for translations."""
    return np.asarray(np.clip((cosine - UNRELATED) / (RELATED - UNRELATED), 0, 1), np.float32)


def _stretches(first: Columns) -> Iterator[tuple[int, int]]:
    """Rows whose bands lie close together, so that little is multiplied in vain."""
    start = 0
    while start < len(first):
        end = min(start + _BLOCK, int(np.searchsorted(first, first[start] + _BLOCK, "right")))
        yield start, end
        start = end


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """The share of the values of two segments that both hold, rare values counting more, within a band.

    It is told for some rows at a time: of a long document the table alone is large. `rows` and `keys` have a place for
    each key that a row holds, `low` to `high` are the places in `columns` that hold the same key within the band.
    """

    first: Columns
    width: int
    rows: NDArray[np.int64]
    keys: NDArray[np.int64]
    low: NDArray[np.int64]
    high: NDArray[np.int64]
    columns: NDArray[np.int64]
    told: NDArray[np.float64]
    totals: tuple[NDArray[np.float64], NDArray[np.float64]]

    def of(self, rows: slice) -> Matrix:
        """The shares of some rows with the columns of their bands (rows × width)."""
        result = np.zeros((rows.stop - rows.start, self.width), np.float32)
        part = slice(*np.searchsorted(self.rows, (rows.start, rows.stop)).tolist())
        low, counts = self.low[part], self.high[part] - self.low[part]
        found = np.repeat(np.arange(len(counts)), counts)
        nth = np.arange(len(found)) - np.repeat(np.cumsum(counts) - counts, counts)
        row, column = self.rows[part][found], self.columns[low[found] + nth]
        share = self.told[self.keys[part]][found] / np.maximum(self.totals[0][row], self.totals[1][column])
        np.add.at(result, (row - rows.start, column - self.first[row]), share.astype(np.float32))
        return result


def shared(one: Held, other: Held, first: Columns, width: int) -> Shared:
    """What the segments of two versions share."""
    numbers: dict[Key, int] = {}
    (rows, here), (columns, there) = _numbered(one, numbers), _numbered(other, numbers)
    told = _telling(np.maximum(np.bincount(here, minlength=len(numbers)), np.bincount(there, minlength=len(numbers))))
    totals = (
        np.asarray(np.bincount(rows, told[here], len(one)), np.float64),
        np.asarray(np.bincount(columns, told[there], len(other)), np.float64),
    )
    order = np.argsort(there, kind="stable")  # by key, and by column within a key
    places = there[order] * len(other) + columns[order]
    low = np.searchsorted(places, here * len(other) + first[rows])
    high = np.searchsorted(places, here * len(other) + first[rows] + width)
    return Shared(first, width, rows, here, low, high, columns[order], told, totals)


def _numbered(held: Held, numbers: dict[Key, int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The segment of each key that is held, and the key's number; keys that are new get the next ones."""
    counts = np.fromiter(map(len, held), np.int64, len(held))
    keys = (numbers.setdefault(key, len(numbers)) for each in held for key in each)
    return np.repeat(np.arange(len(held)), counts), np.fromiter(keys, np.int64, int(counts.sum()))


def _telling(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """How much a key tells, 0–1, that is said so often."""
    return np.asarray(1 / (1 + np.log(np.maximum(1, counts))))


def rarity(one: Held, other: Held) -> dict[Key, float]:
    """How much each key tells, 0–1: the less, the more often a version says it."""
    seen = Counter(key for keys in one for key in keys) | Counter(key for keys in other for key in keys)
    return {key: 1 / (1 + math.log(count)) for key, count in seen.items()}


def widened(table: Matrix, first: Columns) -> Matrix:
    """For each cell the highest of it and its eight neighbours."""
    result = table.copy()
    result[:, 1:] = np.maximum(result[:, 1:], table[:, :-1])
    result[:, :-1] = np.maximum(result[:, :-1], table[:, 1:])
    for across in (-1, 0, 1):
        result = np.maximum(result, shifted(table, first, 0, across))
        result = np.maximum(result, shifted(table[::-1], first[::-1], 0, across)[::-1])
    return result


def shifted(table: Matrix, first: Columns, rest: float, across: int = 0) -> Matrix:
    """For each cell the one above it, in the row before, and so many columns on; `rest` where there is none."""
    width = table.shape[1]
    result = np.full_like(table, rest)
    places = np.arange(width) + np.diff(first)[:, None] + across
    inside = (places >= 0) & (places < width)
    result[1:] = np.where(inside, np.take_along_axis(table[:-1], np.clip(places, 0, width - 1), 1), rest)
    return result
