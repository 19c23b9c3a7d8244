"""The way through two versions: which segments stand for which, in one order, found from coarse to fine.

Dynamic programming over beads (one segment for one, two for one, one for two, one for none), as in Gale and Church
(1993), by the sizes of segments, the values they share and, where there are vectors, what they mean. Groups of
segments are aligned first; each finer level looks only near the way of the coarser one (vecalign, Thompson and Koehn
2019), so that time and memory grow with the number of segments.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.align.band import Columns, Held, Matrix, akin, around, cosines, shared, shifted

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
        held = [tuple(dict.fromkeys(key for keys in self.held[at : at + 2] for key in keys)) for at in pairs]
        if self.vectors is None:
            return Strip(sizes, held, None)
        summed = np.add.reduceat(self.vectors, pairs, axis=0)
        norms = np.maximum(np.linalg.norm(summed, axis=1, keepdims=True), 1e-9)
        return Strip(sizes, held, (summed / norms).astype(np.float32))


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
    rows, columns = len(one[0].sizes), len(other[0].sizes)
    if max(rows, columns) <= COARSEST:
        first, width = np.zeros(rows, np.int64), columns
    else:
        coarse = way(_rest(one), _rest(other)).middle * 2 + 0.5
        middle = np.repeat(coarse, 2)[:rows]
        middle[::2] -= 0.5
        middle[1::2] += 0.5
        first, width = around(middle, _HALF, columns)
    return _traced(_worth(one[0], other[0], first, width), first, columns)


@dataclass(frozen=True, slots=True, eq=False)
class _Worth:
    """What beads are worth that end in a cell: one for one, two rows for a column, two columns for a row."""

    pair: Matrix
    rows: Matrix
    columns: Matrix


def _worth(one: Strip, other: Strip, first: Columns, width: int) -> _Worth:
    values = shared(one.held, other.held, first, width)
    cells = first[:, None] + np.arange(width)
    evidence = _VALUES * values
    evidence -= _NO_VALUES * (_any(one.held)[:, None] & _any(other.held)[cells] & (values == 0))
    if one.vectors is not None and other.vectors is not None:
        evidence += _MEANING * (akin(cosines(one.vectors, other.vectors, first, width)) - 0.5)
    here = (one.sizes * (other.sizes.sum() / max(1.0, one.sizes.sum())))[:, None]
    there = other.sizes[cells]
    pair = evidence + _MATCH - _cost(here, there)
    two = evidence + shifted(evidence, first, _NEVER) + _MATCH - _JOINED - _cost(here + _before(here), there)
    beside = np.full_like(evidence, _NEVER)
    beside[:, 1:] = evidence[:, :-1]
    split = evidence + beside + _MATCH - _JOINED - _cost(here, there + _before(other.sizes)[cells])
    return _Worth(pair.astype(np.float32), two.astype(np.float32), split.astype(np.float32))


def _any(held: Held) -> NDArray[np.bool_]:
    return np.array([bool(keys) for keys in held], bool)


def _before(sizes: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each its predecessor; 0 for the first."""
    result = np.zeros_like(sizes)
    result[1:] = sizes[:-1]
    return result


def _cost(here: NDArray[np.float64], there: NDArray[np.float64]) -> NDArray[np.float64]:
    """How unlikely it is that a stretch of one size stands for one of another."""
    off = np.log((here + _SMALL) / (there + _SMALL)) / _SPREAD
    return np.minimum(off * off / 2, _WORST)


def _traced(worth: _Worth, first: Columns, columns: int) -> Way:
    """The best way. A state is the number of columns that are behind it when a row is done."""
    moves = _moves(worth, first)
    rows, width = worth.pair.shape
    start, end = np.zeros(rows, np.int64), np.zeros(rows, np.int64)
    row, at = rows - 1, columns
    while row >= 0:
        at = min(at, int(first[row]) + width)
        move = moves[row, at - first[row]]
        if move == _COLUMN:
            at -= 1
            continue
        begin = at - (0, 1, 1, 2)[move]
        over = 2 if move == _ROWS else 1
        start[row - over + 1 : row + 1], end[row - over + 1 : row + 1] = begin, at
        row, at = row - over, begin
    return Way(start, end)


def _moves(worth: _Worth, first: Columns) -> NDArray[np.int8]:
    """By which move each state of each row is best reached (rows × width + 1).

    What the columns cost that a state has behind it is added to its score: then one that leaves out columns has the
    score of the state that it comes from, and a running maximum finds all of these at once.
    """
    rows, width = worth.pair.shape
    moves = np.zeros((rows, width + 1), np.int8)
    tries = np.full((4, width + 1), _NEVER)
    last = older = np.zeros(width + 1)
    for row in range(rows):
        step = int(first[row] - first[row - 1]) if row else 0
        last, older = _moved(last, step), _moved(older, step)
        tries[_ROW] = last - _GAP
        tries[_PAIR, 1:] = last[:-1] + worth.pair[row] + _GAP
        if row:
            tries[_ROWS, 1:] = older[:-1] + worth.rows[row] + _GAP
        tries[_COLUMNS, 2:] = last[:-2] + worth.columns[row, 1:] + 2 * _GAP
        moves[row] = tries.argmax(axis=0)
        best = tries.max(axis=0)
        older, last = last, np.maximum.accumulate(best)
        moves[row, last > best] = _COLUMN
    return moves


def _moved(states: NDArray[np.float64], step: int) -> NDArray[np.float64]:
    """The states of a row as the next one sees them, whose band begins some columns later."""
    if not step:
        return states
    result = np.full_like(states, states[-1])
    if step < len(states):
        result[:-step] = states[step:]
    return result
