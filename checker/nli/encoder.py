"""The frozen encoder: each text alone, once, to the states of its pieces; and its vector for alignment."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.nli.sessions import Session, batches, spread
from checker.nli.tokens import BEGIN, END, Tokenizer, Tokens, owned, windows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

HIDDEN = 384
BLOCK = 32
BLOCK_BYTES = 18
PIECES = 1024
"""Pieces of a text that are looked at one by one."""
LEAST = 5
"""The share of a text's pieces that says how well it is covered, as a divisor."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text's pieces and their states: (pieces + 2, HIDDEN), with `<s>` first and `</s>` last."""

    tokens: Tokens
    states: "NDArray[np.float32]"


class Words:
    """The embedding table, left on disk in its 4-bit blocks."""

    def __init__(self, path: Path) -> None:
        import numpy as np

        self._rows = np.memmap(path, np.uint8, "r").reshape(-1, HIDDEN // BLOCK, BLOCK_BYTES)

    def __call__(self, ids: "NDArray[np.int64]") -> "NDArray[np.float32]":
        """(…,) ids to (…, HIDDEN) float32; weight j of a block is in the low half of byte j, j + 16 in the high."""
        import numpy as np

        rows = self._rows[ids]
        scales = np.ascontiguousarray(rows[..., :2]).view(np.float16).astype(np.float32)
        nibbles = np.concatenate([rows[..., 2:] & 15, rows[..., 2:] >> 4], axis=-1).astype(np.float32) - 8
        words: NDArray[np.float32] = (nibbles * scales).reshape(*ids.shape, HIDDEN)
        return words


class Encoder:
    """The files `tokens.model`, `words.q4`, `lower.onnx`, `align.onnx` of a bundle."""

    def __init__(self, folder: Path) -> None:
        self.tokenizer = Tokenizer(folder / "tokens.model")
        self._words = Words(folder / "words.q4")
        self._lower = Session(folder / "lower.onnx")
        self._align = Session(folder / "align.onnx")

    def encode(self, texts: Sequence[str]) -> list[Encoded]:
        """The states of each text; a long text goes in windows that overlap."""
        import numpy as np

        tokens = [self.tokenizer(text) for text in texts]
        pieces = [(index, w) for index, cut in enumerate(tokens) for w in windows(len(cut.ids))]
        rows = [np.array([BEGIN, *tokens[i].ids[start:end], END], np.int64) for i, (start, end) in pieces]
        groups = batches([len(row) for row in rows])
        outputs = spread(lambda group: self._lower(words=self._words(np.stack([rows[i] for i in group]))), groups)
        states: list[NDArray[np.float32]] = [np.empty(0, np.float32)] * len(rows)
        for group, output in zip(groups, outputs, strict=True):
            for index, state in zip(group, output, strict=True):
                states[index] = state
        by_text: list[list[tuple[tuple[int, int], NDArray[np.float32]]]] = [[] for _ in texts]
        for (index, stretch), state in zip(pieces, states, strict=True):
            by_text[index].append((stretch, state))
        return [Encoded(cut, _join(parts)) for cut, parts in zip(tokens, by_text, strict=True)]

    def align(self, encoded: Sequence[Encoded]) -> "NDArray[np.float32]":
        """The unit vectors (n, width) by which translations are near one another."""
        import numpy as np

        if not encoded:
            return np.zeros((0, 0), np.float32)
        return self._align(pooled=np.stack([item.states.mean(axis=0) for item in encoded]))


def covered(one: Encoded, other: Encoded) -> float:
    """The mean cosine by which the least covered fifth of the pieces of either text finds a like in the other.

    0 for an empty text. Of a long text the first PIECES are looked at.
    """
    import numpy as np

    here, there = (item.states[1:-1][:PIECES] for item in (one, other))
    if not len(here) or not len(there):
        return 0.0
    units = [states / np.linalg.norm(states, axis=1, keepdims=True) for states in (here, there)]
    alike = units[0] @ units[1].T
    sides = (np.sort(alike.max(axis=1)), np.sort(alike.max(axis=0)))
    return float(min(side[: max(1, len(side) // LEAST)].mean() for side in sides))


def _join(parts: "Sequence[tuple[tuple[int, int], NDArray[np.float32]]]") -> "NDArray[np.float32]":
    import numpy as np

    if len(parts) == 1:
        return parts[0][1]
    stretches = [stretch for stretch, _ in parts]
    rows = []
    for (stretch, state), (start, end) in zip(parts, owned(stretches), strict=True):
        first = 0 if stretch is stretches[0] else start - stretch[0] + 1
        last = len(state) if stretch is stretches[-1] else end - stretch[0] + 1
        rows.append(state[first:last])
    return np.concatenate(rows)
