"""Cuts text into the encoder's pieces, with their places, and long text into windows."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BEGIN, END = 0, 2
"""Ids of `<s>` and `</s>`."""
WINDOW = 256
"""Pieces of a window, `<s>` and `</s>` included; the base takes 512, and attention costs their square."""
OVERLAP = 64
"""Pieces that two windows share; each piece's state comes from the window where it is further from the edge."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text as ids, without `<s>` and `</s>`, and the place of each in the text (code points)."""

    ids: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]

    def within(self, span: tuple[int, int]) -> list[bool]:
        """Which pieces share a character with the span."""
        start, end = span
        return [a < end and start < b for a, b in self.spans]


class Tokenizer:
    """The sentencepiece model of a bundle."""

    def __init__(self, path: Path) -> None:
        from sentencepiece import SentencePieceProcessor

        self._processor: SentencePieceProcessor = SentencePieceProcessor(model_file=str(path))

    def __call__(self, text: str) -> Tokens:
        cut: Any = self._processor.encode(text, out_type="offset_mapping")
        return Tokens(tuple(cut["ids"]), tuple(cut["offsets"]))


def windows(count: int) -> list[tuple[int, int]]:
    """Stretches of at most WINDOW - 2 pieces that together hold all `count`; one where they fit."""
    size = WINDOW - 2
    if count <= size:
        return [(0, count)]
    starts = [*range(0, count - size, size - OVERLAP), count - size]
    return [(start, start + size) for start in starts]


def owned(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """For each window the pieces whose states it gives: overlaps are split in their middle."""
    cuts = [(a[1] + b[0]) // 2 for a, b in itertools.pairwise(stretches)]
    return list(zip([stretches[0][0], *cuts], [*cuts, stretches[-1][1]], strict=True))
