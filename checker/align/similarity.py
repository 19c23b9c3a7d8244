"""How alike the segments of two versions are: by meaning, by the values they hold, by where they stand."""

import math
from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.align.version import Version
from checker.model import Label, Moment, Quantity

Matrix = NDArray[np.float32]

UNRELATED, RELATED = 0.3, 0.65
"""Cosines of the bundled encoder's alignment vectors between which kinship grows from 0 to 1 (docs/model.md)."""
_NEXT = 0.75
"""What a neighbouring pair's kinship is worth for a pair."""
_MEANING, _VALUES, _PLACE = 0.7, 0.2, 0.1
"""Shares of the three in kinship; without vectors the last two stand in for all."""


@dataclass(frozen=True, slots=True, eq=False)
class Kin:
    """How alike the segments of two versions are; each matrix is segments × segments, in 0–1.

    `score` is all evidence together, `values` the share of values that both hold, `meaning` the cosine of the
    alignment vectors (None where no model was asked).
    """

    score: Matrix
    values: Matrix
    meaning: Matrix | None

    def turned(self) -> "Kin":
        """The same from the other version's side."""
        return Kin(self.score.T, self.values.T, None if self.meaning is None else self.meaning.T)


def kinship(one: Version, other: Version) -> Kin:
    """The kinship of the segments of two versions."""
    rows, columns = len(one.segments), len(other.segments)
    if rows == columns == 1:  # an aligned pair
        whole = np.ones((1, 1), np.float32)
        return Kin(whole, whole, None)
    values = _values(one, other)
    place = _place(rows, columns)
    if one.vectors is None or other.vectors is None:
        return Kin(np.asarray(np.clip(0.65 * values + 0.35 * place, 0, 1), np.float32), values, None)
    meaning = np.asarray(one.vectors @ other.vectors.T, np.float32)
    scaled = np.clip((meaning - UNRELATED) / (RELATED - UNRELATED), 0, 1)
    score: Matrix = _MEANING * scaled + _VALUES * np.maximum(values, scaled * 0.5) + _PLACE * place
    return Kin(_passages(np.asarray(score, np.float32)), values, meaning)


def _passages(score: Matrix) -> Matrix:
    """Kinship that reaches to the neighbouring sentence, where a translator split or merged sentences."""
    padded = np.pad(score, 1)
    rows, columns = score.shape
    near = np.zeros_like(score)
    for down in (0, 1, 2):
        for across in (0, 1, 2):
            near = np.maximum(near, padded[down : down + rows, across : across + columns])
    reached: Matrix = np.maximum(score, _NEXT * near)
    return reached


def _place(rows: int, columns: int) -> Matrix:
    """1 for segments at the same relative place, 0 for the opposite ends."""
    down = (np.arange(rows, dtype=np.float32) + 0.5) / max(1, rows)
    across = (np.arange(columns, dtype=np.float32) + 0.5) / max(1, columns)
    return (1 - np.abs(down[:, None] - across[None, :])).astype(np.float32)


def _values(one: Version, other: Version) -> Matrix:
    """The share of the values of two segments that both hold, rare values counting more."""
    here, there = _held(one), _held(other)
    seen = Counter(key for keys in (*here, *there) for key in keys)
    table: dict[object, list[int]] = {}
    for column, keys in enumerate(there):
        for key in keys:
            table.setdefault(key, []).append(column)
    result = np.zeros((len(here), len(there)), np.float32)
    rare = {key: 1 / (1 + math.log(count)) for key, count in seen.items()}
    totals = np.array([sum(rare[key] for key in keys) for keys in there], np.float32)
    for row, keys in enumerate(here):
        total = sum(rare[key] for key in keys)
        for key in keys:
            for column in table.get(key, ()):
                result[row, column] += rare[key] / max(total, float(totals[column]))
    return result


def _held(version: Version) -> list[set[object]]:
    held: list[set[object]] = [set() for _ in version.segments]
    places = {segment.index: row for row, segment in enumerate(version.segments)}
    for occurrence in version.occurrences:
        value = occurrence.mention.value
        key: object
        match value:
            case Quantity():
                key = value.high.normalize()
            case Moment():
                key = (value.year, value.month, value.day, value.hour, value.minute)
            case Label():
                key = value.number
        held[places[occurrence.segment.index]].add(key)
    return held
