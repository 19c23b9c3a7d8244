"""The way through two versions: which segments stand for which, in one order, found from coarse to fine.

Dynamic programming over beads (one segment for one, two for one, one for two, one for none), as in Gale and Church
(1993), by the sizes of segments, the values they share and, where there are vectors, what they mean. Groups of
segments are aligned first; each finer level looks only near the way of the coarser one (vecalign, Thompson and Koehn
2019), so that time and memory grow with the number of segments.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.align.band import Columns, Held, Matrix, Shared, akin, around, cosines, shared, shifted, stretches
from checker.align.keys import Key

COARSEST = 200
"""Segments, or groups of them, up to which a version is aligned with no band."""
_HALF = 24
"""Columns on either side of the way that are looked at."""
_MATCH, _GAP, _JOINED = 2.0, 2.0, 0.2
"""What a pair of segments earns, what a segment alone costs, what two for one costs more."""
_VALUES, _NO_VALUES, _MEANING = 6.0, 1.5, 5.0
"""What all values shared earn, what it costs if both sides hold values and share none, what the same meaning
earns; half of it earns nothing."""
_SPREAD, _SMALL, _WORST = 0.25, 8.0, 4.0
"""Of the sizes of translations: standard deviation of their logarithms, characters added to both, cost at the most."""
_NEVER = -1e9
_CELLS = 4_000_000
"""Cells of bands that are held at once, a few megabytes for each million."""
_ROWS_AT_ONCE = 512
_ROW, _PAIR, _ROWS, _COLUMNS, _COLUMN = range(5)
"""The moves: a row alone; one for one; two rows for a column; two columns for a row; a column alone."""


Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """A version at some coarseness: the sizes, values and vectors (or None) of its groups of segments."""

    sizes: NDArray[np.float64]
    held: Held
    vectors: Matrix | None

    def coarser(self) -> "Strip":
        """Two neighbours made one."""
        pairs = range(0, len(self.sizes), 2)
        sizes = np.add.reduceat(self.sizes, pairs)
        held = [_together(self.held[at : at + 2]) for at in pairs]
        if self.vectors is None:
            return Strip(sizes, held, None)
        summed = np.add.reduceat(self.vectors, pairs, axis=0)
        norms = np.maximum(np.linalg.norm(summed, axis=1, keepdims=True), 1e-9)
        return Strip(sizes, held, (summed / norms).astype(np.float32))


def _together(held: Held) -> Sequence[Key]:
    """The keys of some segments; those of the only one that holds any are the same again."""
    filled = [keys for keys in held if keys]
    return filled[0] if len(filled) == 1 else tuple(dict.fromkeys(key for keys in filled for key in keys))


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """For each segment of one version, the first segment of the other that stands for it, and one past the last.

    Where none does, both are the place where it would stand.
    """

    start: Places
    end: Places

    @property
    def middle(self) -> NDArray[np.float64]:
        """The column that each row stands for, between two columns where it stands for none or for both."""
        return (self.start + self.end - 1) / 2


def pyramid(strip: Strip) -> list[Strip]:
    """A version from its segments to groups so large that one is left."""
    levels = [strip]
    while len(levels[-1].sizes) > 1:
        levels.append(levels[-1].coarser())
    return levels


def _rest(strips: Sequence[Strip]) -> Sequence[Strip]:
    """The coarser levels; a single group stays as it is."""
    return strips[1:] or strips


def way(one: Sequence[Strip], other: Sequence[Strip]) -> Way:
    """The way through two versions, given from fine to coarse."""
    return ways([(one, other)])[0]


Both = tuple[Sequence[Strip], Sequence[Strip]]
"""Two versions, each from fine to coarse."""


def ways(pairs: Sequence[Both]) -> list[Way]:
    """The way through each two versions; all are gone together, which costs little more than one."""
    bands = _bands(pairs)
    found: list[Way] = []
    some: list[_Worth] = []
    for (one, other), (first, width) in zip(pairs, bands, strict=True):
        some.append(_worth(one[0], other[0], first, width))
        if sum(worth.size for worth in some) >= _CELLS:
            found += _traced(some)
            some = []
    return found + _traced(some)


def _bands(pairs: Sequence[Both]) -> list[tuple[Columns, int]]:
    """The columns that are looked at: all, or those near the way of the next coarser level."""
    wide = [pair for pair in pairs if _large(pair)]
    coarse = iter(ways([(_rest(one), _rest(other)) for one, other in wide]) if wide else ())
    bands: list[tuple[Columns, int]] = []
    for pair in pairs:
        rows, columns = (len(strips[0].sizes) for strips in pair)
        if not _large(pair):
            bands.append((np.zeros(rows, np.int64), columns))
            continue
        middle = np.repeat(next(coarse).middle * 2 + 0.5, 2)[:rows]
        middle[::2] -= 0.5
        middle[1::2] += 0.5
        bands.append(around(middle, _HALF, columns))
    return bands


def _large(pair: Both) -> bool:
    return max(len(strips[0].sizes) for strips in pair) > COARSEST


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """Of a version's groups of segments: their sizes, these with that of the one before each, which hold a value."""

    sizes: NDArray[np.float64]
    joined: NDArray[np.float64]
    holding: NDArray[np.bool_]

    @classmethod
    def of(cls, strip: Strip, share: float = 1.0) -> "_Side":
        sizes = strip.sizes * share
        return cls(sizes, sizes + _before(sizes), np.array([bool(keys) for keys in strip.held], bool))


@dataclass(frozen=True, slots=True, eq=False)
class _Worth:
    """What beads are worth that end in a cell of a band, told for some rows at a time."""

    one: _Side
    """With sizes as the other version would have them."""
    other: _Side
    first: Columns
    width: int
    values: Shared
    meaning: Matrix | None

    @property
    def size(self) -> int:
        """The cells of the band."""
        return len(self.first) * self.width

    def of(self, rows: slice) -> Iterator[Matrix]:
        """For some rows: one for one, two rows for a column, two columns for a row (rows × width each)."""
        top = max(0, rows.start - 1)  # with the row above, which joins the first
        evidence = self._evidence(slice(top, rows.stop))
        some, cells = evidence[rows.start - top :], self.first[rows, None] + np.arange(self.width)
        here, there = self.one.sizes[rows, None], self.other.sizes[cells]
        yield np.asarray(some + _MATCH - _cost(here, there), np.float32)
        above = shifted(evidence, self.first[top : rows.stop], _NEVER)[rows.start - top :]
        yield np.asarray(some + above + _MATCH - _JOINED - _cost(self.one.joined[rows, None], there), np.float32)
        left = np.full_like(some, _NEVER)
        left[:, 1:] = some[:, :-1]
        yield np.asarray(some + left + _MATCH - _JOINED - _cost(here, self.other.joined[cells]), np.float32)

    def _evidence(self, rows: slice) -> Matrix:
        """What the values and the meaning of two segments say for their standing for one another."""
        values = self.values.of(rows)
        evidence = np.asarray(_VALUES * values, np.float32)
        cells = self.first[rows, None] + np.arange(self.width)
        evidence -= _NO_VALUES * (self.one.holding[rows, None] & self.other.holding[cells] & (values == 0))
        if self.meaning is not None:
            evidence += _MEANING * (akin(self.meaning[rows]) - 0.5)
        return evidence


def _worth(one: Strip, other: Strip, first: Columns, width: int) -> _Worth:
    here = _Side.of(one, other.sizes.sum() / max(1.0, one.sizes.sum()))
    meaning = None
    if one.vectors is not None and other.vectors is not None:
        meaning = cosines(one.vectors, other.vectors, first, width)
    return _Worth(here, _Side.of(other), first, width, shared(one.held, other.held, first, width), meaning)


def _before(sizes: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each its predecessor; 0 for the first."""
    result = np.zeros_like(sizes)
    result[1:] = sizes[:-1]
    return result


def _cost(here: NDArray[np.float64], there: NDArray[np.float64]) -> NDArray[np.float64]:
    """How unlikely it is that a stretch of one size stands for one of another."""
    off = np.log((here + _SMALL) / (there + _SMALL)) / _SPREAD
    return np.minimum(off * off / 2, _WORST)


def _traced(worths: Sequence[_Worth]) -> list[Way]:
    """The best way through each."""
    return [_back(worth, moves) for worth, moves in zip(worths, _moves(worths), strict=True)]


def _back(worth: _Worth, moves: NDArray[np.int8]) -> Way:
    """The way that these moves make. A state is the number of columns that are behind it when a row is done."""
    rows, width = len(worth.first), worth.width
    start, end = np.zeros(rows, np.int64), np.zeros(rows, np.int64)
    row, at = rows - 1, len(worth.other.sizes)
    while row >= 0:
        at = min(at, int(worth.first[row]) + width)
        move = moves[row, at - worth.first[row]]
        if move == _COLUMN:
            at -= 1
            continue
        begin = at - (0, 1, 1, 2)[move]
        over = 2 if move == _ROWS else 1
        start[row - over + 1 : row + 1], end[row - over + 1 : row + 1] = begin, at
        row, at = row - over, begin
    return Way(start, end)


def _moves(worths: Sequence[_Worth]) -> Iterator[NDArray[np.int8]]:
    """By which move each state of each row is best reached (for each pair rows × width + 1).

    What the columns cost that a state has behind it is added to its score: then one that leaves out columns has the
    score of the state that it comes from, and a running maximum finds all of these at once. Rows are taken for all
    pairs together, the narrower bands filled up with what is never worth it.
    """
    rows = max((len(worth.first) for worth in worths), default=0)
    width = max((worth.width for worth in worths), default=0)
    steps = np.zeros((rows, len(worths)), np.int64)
    for place, worth in enumerate(worths):
        steps[1 : len(worth.first), place] = np.diff(worth.first)
    moves = np.zeros((rows, len(worths), width + 1), np.int8)
    tries = np.full((4, len(worths), width + 1), _NEVER)
    last = older = np.zeros((len(worths), width + 1))
    for part in stretches(rows, _ROWS_AT_ONCE):
        pairs, twos, splits = _stacked(worths, part, width)
        for row in range(part.start, part.stop):
            last, older = _moved(last, steps[row]), _moved(older, steps[row])
            at = row - part.start
            tries[_ROW] = last - _GAP
            tries[_PAIR, :, 1:] = last[:, :-1] + pairs[at]
            if row:
                tries[_ROWS, :, 1:] = older[:, :-1] + twos[at]
            tries[_COLUMNS, :, 2:] = last[:, :-2] + splits[at, :, 1:] + _GAP
            moves[row] = tries.argmax(axis=0)
            best = tries.max(axis=0)
            older, last = last, np.maximum.accumulate(best, axis=1)
            moves[row][last > best] = _COLUMN
    return (moves[: len(worth.first), place] for place, worth in enumerate(worths))


def _stacked(worths: Sequence[_Worth], part: slice, width: int) -> NDArray[np.float64]:
    """What beads are worth in some rows of all pairs (kinds of beads × rows × pairs × width), with the gap that a
    column saves which is not left out."""
    result = np.full((3, part.stop - part.start, len(worths), width), _NEVER)
    for place, worth in enumerate(worths):
        some = slice(part.start, min(part.stop, len(worth.first)))
        if some.start < some.stop:
            for kind, table in enumerate(worth.of(some)):
                result[kind, : len(table), place, : worth.width] = table
    return result + _GAP


def _moved(states: NDArray[np.float64], steps: Places) -> NDArray[np.float64]:
    """The states of a row as the next one sees them, whose band begins some columns later (pairs × width + 1)."""
    if not steps.any():
        return states
    places = np.minimum(np.arange(states.shape[1]) + steps[:, None], states.shape[1] - 1)
    return np.take_along_axis(states, places, 1)
