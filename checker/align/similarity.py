"""How alike the segments of versions are: by meaning, by the values they hold, by where they stand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from checker.align.band import Columns, Held, Matrix, akin, around, cosines, rarity, shared, stretches, widened
from checker.align.bykey import ByKey, Keys, by_key
from checker.align.keys import Key, exact
from checker.align.kin import Flags, Jumps, Kin
from checker.align.path import COARSEST, Strip, Way, pyramid, way, ways
from checker.align.version import Version

_NEXT = 0.3
"""What a neighbouring pair's kinship is worth for a pair."""
_MEANING, _VALUES, _PLACE = 0.35, 0.35, 0.3
"""Shares of the three in kinship."""
_ONLY_VALUES, _ONLY_PLACE = 0.5, 0.5
"""The same without vectors."""
_NEAR = 24
"""Columns on either side of the way that can be kin."""
_REACH = 5
"""Segments off the way over which kinship by place falls to 0."""
_SELDOM = 3
"""Times that two versions may each say a value by which passages are found that were moved far away."""
_BESIDE = range(-2, 3)
"""Segments before and behind such a value that may have moved with it."""
_SHARED = 0.63
"""Share of a segment's values that one other segment must hold to be its counterpart."""
_SHARED_WEAKLY = 0.36
"""The same where no model was asked, and values are all there is."""
_ALIKE = 0.45
"""Cosine that segments of equal values must have besides."""
_MUTUAL = 0.55
"""Cosine from which two segments that are each other's nearest are counterparts."""

_LEAN = 0.25
"""By how much of a segment a sentence without counterpart stands nearer to that of its neighbour in the paragraph."""
_JOINED = re.compile("[\u2e81-\U0010ffff]")

_TRUE = np.ones(1, bool)
_PAIR = Kin(np.zeros(1, np.int64), np.ones((1, 1), np.float32), (_TRUE, _TRUE), (_TRUE, _TRUE))
"""Two versions of one segment each: an aligned pair."""


class Kinships:
    """The kinship of every two versions of a document; versions without segments have none."""

    def __init__(self, versions: Mapping[str, Version]) -> None:
        filled = sorted(language for language, version in versions.items() if version.segments)
        keys = {language: Keys.of(versions[language]) for language in filled}
        pairs = list(combinations(filled, 2))
        self._kin: dict[tuple[str, str], Kin] = {
            pair: kin for pair in pairs if (kin := by_key(keys[pair[0]], keys[pair[1]]))
        }
        rest = [pair for pair in pairs if pair not in self._kin]
        if all(len(versions[language].segments) == 1 for pair in rest for language in pair):
            self._kin |= dict.fromkeys(rest, _PAIR)
        else:
            sketches = {it: _Sketch.of(versions[it]) for it in dict.fromkeys(it for pair in rest for it in pair)}
            found = ways([(sketches[a].strips, sketches[b].strips) for a, b in rest])
            self._kin |= {
                (a, b): _kinship(sketches[a], sketches[b], it) for (a, b), it in zip(rest, found, strict=True)
            }
        self.keyed = bool(self._kin) and not rest
        """Whether all versions are aligned by the keys of their blocks."""

    def pairs(self) -> Iterator[tuple[tuple[str, str], Kin]]:
        """Every two versions, the first in order first, with the kinship of their segments."""
        yield from self._kin.items()

    def facing(self, language: str, row: int, other: str) -> Iterator[tuple[int, float]]:
        """The segments of another version that are compared with a segment of one, and their kinship."""
        if language < other:
            return self._kin[language, other].row(row)
        return self._kin[other, language].column(row)

    def beside(self, language: str, row: int, other: str) -> int:
        """The segment of another version behind which one would stand that is kin to none there."""
        kin = self._kin[min(language, other), max(language, other)]
        return kin.beside[language > other][row] if isinstance(kin, ByKey) else 0

    def flags(self, language: str) -> Iterator[tuple[Flags, Flags]]:
        """For each other version, the segments that have a counterpart there, by values and by meaning."""
        for (one, other), kin in self._kin.items():
            if language in (one, other):
                side = (one, other).index(language)
                yield kin.shared[side], kin.mutual[side]


def kinship(one: Version, other: Version) -> Kin:
    """The kinship of the segments of two versions; neither may be empty."""
    if named := by_key(Keys.of(one), Keys.of(other)):
        return named
    here, there = _Sketch.of(one), _Sketch.of(other)
    return _kinship(here, there, way(here.strips, there.strips))


@dataclass(frozen=True, slots=True, eq=False)
class _Sketch:
    """A version and what alignment needs of it: the keys that its segments hold, itself from fine to coarse."""

    version: Version
    held: Held
    strips: Sequence[Strip]

    @classmethod
    def of(cls, version: Version) -> "_Sketch":
        held: dict[int, dict[Key, None]] = {}
        for occurrence in version.occurrences:
            held.setdefault(occurrence.segment.index, {})[exact(occurrence.mention)] = None
        keys = [tuple(held.pop(row, ())) for row in range(len(version.segments))]
        sizes = np.array([float(size(segment.text)) for segment in version.segments])
        return cls(version, keys, pyramid(Strip(sizes, keys, version.vectors)))


def _kinship(here: _Sketch, there: _Sketch, found: Way) -> Kin:
    """The kinship of two versions between which a way was found."""
    one, other = here.version, there.version
    rows, columns = len(one.segments), len(other.segments)
    if rows == columns == 1:
        return _PAIR
    low, high = _stretch(one, found)
    if max(rows, columns) <= COARSEST:
        first, width = np.zeros(rows, np.int64), columns
    else:
        first, width = around(found.middle, _NEAR, columns)
    values = shared(here.held, there.held, first, width)
    meaning = None
    if one.vectors is not None and other.vectors is not None:
        meaning = cosines(one.vectors, other.vectors, first, width)
    score = np.empty((rows, width), np.float32)
    by_row, by_column = np.zeros(rows, bool), np.zeros(columns, bool)
    for part in stretches(rows):
        some, meant = values.of(part), None if meaning is None else meaning[part]
        score[part] = _evidence(some, _placed(low[part], high[part], first[part], width, columns), meant)
        alike = some >= _SHARED_WEAKLY if meant is None else (some >= _SHARED) & (meant >= _ALIKE)
        by_row[part] = alike.any(axis=1)
        down, across = np.nonzero(alike)
        by_column[first[part][down] + across] = True
    mutual = np.zeros(rows, bool), np.zeros(columns, bool)
    if meaning is not None:
        score = np.maximum(score, _NEXT * widened(score, first))
        mutual = _nearest(meaning, first[:, None] + np.arange(width), columns)
    jumps = _jumps(one, other, (here.held, there.held), first, width)
    return Kin(first, score, (by_row, by_column), mutual, jumps, jumps.back)


def _placed(low: NDArray[np.float64], high: NDArray[np.float64], first: Columns, width: int, columns: int) -> Matrix:
    """Kinship by place: how near the columns of each row's band are to those that it stands for."""
    cells = first[:, None] + np.arange(width)
    away = np.maximum(0, np.maximum(low[:, None] - cells, cells - high[:, None])) / min(columns, _REACH)
    return np.asarray(np.clip(1 - away, 0, 1), np.float32)


def _evidence(values: Matrix, place: Matrix, meaning: Matrix | None) -> Matrix:
    """Kinship by shared values, place and the cosine of what is meant (None where no model was asked)."""
    if meaning is None:
        return np.asarray(_ONLY_VALUES * values + _ONLY_PLACE * place, np.float32)
    near = akin(meaning)
    return np.asarray(_MEANING * near + _VALUES * np.maximum(values, near * 0.5) + _PLACE * place, np.float32)


def _stretch(version: Version, found: Way) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The first and the last column that each row stands for.

    A row that stands for none is between two columns, and leans to that of the next row where this is of its paragraph.
    """
    blocks = np.array([segment.block for segment in version.segments])
    following = np.append(blocks[1:] == blocks[:-1], False)
    before = np.insert(blocks[1:] == blocks[:-1], 0, False)
    alone = found.start == found.end
    between = found.middle + np.where(following & ~before, _LEAN, 0)
    return np.where(alone, between, found.start), np.where(alone, between, found.end - 1)


def size(text: str) -> int:
    """The length of a text; a character of a joined script counts for two."""
    return len(text) if text.isascii() else len(text) + len(_JOINED.findall(text))


def _nearest(meaning: Matrix, cells: NDArray[np.int64], columns: int) -> tuple[Flags, Flags]:
    """The rows and columns that are each other's nearest, and near enough."""
    best = np.full(columns, -1, np.float32)
    np.maximum.at(best, cells, meaning)
    rows = np.arange(len(meaning))
    place = meaning.argmax(axis=1)
    near, there = meaning[rows, place], cells[rows, place]
    found = (near >= _MUTUAL) & (near >= best[there])
    return found, np.bincount(there[found], minlength=columns) > 0


def _jumps(one: Version, other: Version, held: tuple[Held, Held], first: Columns, width: int) -> Jumps:
    """Kinship outside the band of segments that hold a seldom value both, and of those beside them.

    So a passage is found that was moved far away.
    """
    columns = len(other.segments)
    cells = _far(held, first, width) if width < columns else iter(())
    rows, there = np.divmod(np.unique(np.fromiter(cells, np.int64)), columns)
    rare = rarity(*held) if len(rows) else {}
    pairs = zip(rows.tolist(), there.tolist(), strict=True)
    scores = (_alone(one, other, held, rare, row, column) for row, column in pairs)
    return Jumps(rows, there, np.fromiter(scores, np.float64, len(rows)))


def _far(held: tuple[Held, Held], first: Columns, width: int) -> Iterator[int]:
    """The cells of the whole table, numbered row by row."""
    here, there, columns = _seldom(held[0]), _seldom(held[1]), len(held[1])
    for key, rows in here.items():
        for row in rows:
            for column in there.get(key, ()):
                for step in _BESIDE:
                    down, across = row + step, column + step
                    inside = 0 <= down < len(held[0]) and 0 <= across < columns
                    if inside and not 0 <= across - first[down] < width:
                        yield down * columns + across


def _seldom(held: Held) -> dict[Key, list[int]]:
    places: dict[Key, list[int]] = {}
    for row, keys in enumerate(held):
        for key in keys:
            places.setdefault(key, []).append(row)
    return {key: rows for key, rows in places.items() if len(rows) <= _SELDOM}


def _alone(
    one: Version, other: Version, held: tuple[Held, Held], rare: Mapping[Key, float], row: int, column: int
) -> float:
    """The kinship of two segments that stand nowhere near one another."""
    here, there = held[0][row], held[1][column]
    both = sum(rare[key] for key in here if key in there)
    values = np.float32(both / max(1e-9, _total(here, rare), _total(there, rare)))
    meaning = None
    if one.vectors is not None and other.vectors is not None:
        meaning = np.asarray(one.vectors[row] @ other.vectors[column], np.float32)
    return float(_evidence(np.asarray(values), np.zeros((), np.float32), meaning))


def _total(keys: Sequence[Key], rare: Mapping[Key, float]) -> float:
    return sum(rare[key] for key in keys)
