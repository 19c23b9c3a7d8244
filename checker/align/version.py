"""A language version as alignment sees it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.model import Occurrence, Segment

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Version:
    """One version: its segments in order, the claims in them, and an embedding per segment (shape segments × d).

    `vectors` is None where no model is asked.
    """

    language: str
    segments: Sequence[Segment]
    occurrences: Sequence[Occurrence]
    vectors: Vectors | None = None
    weak: Sequence[Occurrence] = ()
    """Small words that are numbers, and no claims: they are not aligned."""
    ignored: Sequence[tuple[Occurrence, str]] = ()
    """What the settings say is no claim, each with the reason."""

    @property
    def read(self) -> list[Occurrence]:
        """All that was read from it, claims or not."""
        return [*self.occurrences, *self.weak, *(found for found, _ in self.ignored)]

    withheld: frozenset[str] = frozenset()
    """Keys that are there and have no text to check: nothing is missing under them."""
