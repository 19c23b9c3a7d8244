"""Lays a pair out for the pair model, the same way in training and at work.

Of a marked text only the pieces around the claim are shown: their states know the rest. An unmarked long text is
judged stretch by stretch.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MARKED = 32
"""Pieces shown around a claim."""
PLAIN = 160
"""Pieces of an unmarked text shown at once."""


def crop(marks: Sequence[bool]) -> tuple[int, int]:
    """The stretch of MARKED pieces around the marked ones; all where they fit."""
    count = len(marks)
    if count <= MARKED:
        return 0, count
    places = [index for index, mark in enumerate(marks) if mark]
    middle = (places[0] + places[-1] + 1) // 2
    start = min(max(0, middle - MARKED // 2), count - MARKED)
    return start, start + MARKED


def stretches(count: int) -> list[tuple[int, int]]:
    """Stretches of at most PLAIN pieces, overlapping by a quarter, that hold all `count`."""
    if count <= PLAIN:
        return [(0, count)]
    starts = [*range(0, count - PLAIN, PLAIN - PLAIN // 4), count - PLAIN]
    return [(start, start + PLAIN) for start in starts]


def kinds(premise: Sequence[bool], hypothesis: Sequence[bool]) -> "NDArray[np.float32]":
    """(pieces, 3): is premise, is hypothesis, is marked."""
    import numpy as np

    table = np.zeros((len(premise) + len(hypothesis), 3), np.float32)
    table[: len(premise), 0] = 1
    table[len(premise) :, 1] = 1
    table[:, 2] = [*premise, *hypothesis]
    return table


def pools(premise: Sequence[bool], hypothesis: Sequence[bool]) -> "NDArray[np.float32]":
    """(4, pieces): the weights of the means over premise, hypothesis, and what is marked in each (else all)."""
    import numpy as np

    cut, total = len(premise), len(premise) + len(hypothesis)
    table = np.zeros((4, total), np.float32)
    table[0, :cut] = table[1, cut:] = 1
    table[2, :cut] = premise if any(premise) else 1
    table[3, cut:] = hypothesis if any(hypothesis) else 1
    weights: NDArray[np.float32] = table / table.sum(axis=1, keepdims=True)
    return weights
