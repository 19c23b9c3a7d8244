"""Turns examples into batches of tensors, pieces cut and claims marked as at work (`checker.nli.pairing`)."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch

from checker.model import LABELS
from checker.nli import pairing
from checker.nli.tokens import BEGIN, END, WINDOW, Tokenizer
from checker.training.examples import Example
from checker.training.network import Lower

KEPT = 48
"""Texts of more pieces are not kept: the short ones of the published sets come again most."""


@dataclass(frozen=True, slots=True)
class Side:
    """A text as ids with `<s>` and `</s>`, its marks, and the stretch of it that is shown."""

    ids: tuple[int, ...]
    marks: tuple[bool, ...]
    shown: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """An example, cut; `targets` are the shares of LABELS and of "not entailment"."""

    premise: Side
    hypothesis: Side
    targets: tuple[float, ...]

    @property
    def cost(self) -> int:
        """Pieces, for batches of like length."""
        return len(self.premise.ids) + len(self.hypothesis.ids)


@dataclass(frozen=True, slots=True)
class Batch:
    """What the upper layers take (see `network.Upper`), and the targets (pairs, 4)."""

    states: torch.Tensor
    kinds: torch.Tensor
    pools: torch.Tensor
    present: torch.Tensor
    targets: torch.Tensor


def side(tokenizer: Tokenizer, text: str, span: tuple[int, int] | None) -> Side:
    """Cuts a text; what does not fit one window is left out around the claim."""
    tokens = tokenizer(text)
    marks = tokens.within(span) if span else [False] * len(tokens.ids)
    size, start = WINDOW - 2, 0
    if len(marks) > size and any(marks):
        start = min(max(0, marks.index(True) - size // 2), len(marks) - size)
    ids = (BEGIN, *tokens.ids[start : start + size], END)
    marks = [False, *marks[start : start + size], False]
    shown = pairing.crop(marks) if any(marks) else (0, min(len(marks), pairing.PLAIN))
    return Side(ids, tuple(marks), shown)


def item(tokenizer: Tokenizer, example: Example) -> Item:
    """Cuts an example."""
    left = side(tokenizer, example.premise, example.premise_span)
    return Item(left, side(tokenizer, example.hypothesis, example.hypothesis_span), targets(example))


def targets(example: Example) -> tuple[float, ...]:
    """What is to come out: the teacher's shares, or all for the label; a last one is for "not entailment"."""
    if example.shares:
        return (*example.shares, 0.0)
    at = LABELS.index(example.label) if example.label in LABELS else len(LABELS)
    return tuple(float(at == place) for place in range(len(LABELS) + 1))


class States:
    """The frozen layers' states of texts, kept from one epoch to the next while there is room."""

    def __init__(self, lower: Lower, room: int = 4_000_000) -> None:
        """`room` is in pieces; one takes 768 bytes."""
        self._lower = lower
        self._room = room
        self._kept: dict[tuple[int, ...], torch.Tensor] = {}

    def __call__(self, sides: Sequence[Side]) -> list[torch.Tensor]:
        """The states of what is shown of each side, (pieces, hidden)."""
        missing = sorted({side.ids for side in sides} - self._kept.keys(), key=lambda ids: (len(ids), ids))
        found = dict(zip(missing, self._run(missing), strict=True)) if missing else {}
        # Rounded before they are used, so that what was kept is what was found.
        found = {ids: states.to(torch.bfloat16) for ids, states in found.items()}
        for ids, states in found.items():
            if len(ids) <= KEPT and self._room >= len(ids):
                self._room -= len(ids)
                self._kept[ids] = states
        whole = [(found if side.ids in found else self._kept)[side.ids].float() for side in sides]
        return [states[side.shown[0] : side.shown[1]] for side, states in zip(sides, whole, strict=True)]

    def _run(self, texts: Sequence[tuple[int, ...]]) -> list[torch.Tensor]:
        length = max(len(ids) for ids in texts)
        table = torch.zeros(len(texts), length, dtype=torch.long)
        present = torch.zeros(len(texts), length, dtype=torch.bool)
        for row, ids in enumerate(texts):
            table[row, : len(ids)] = torch.tensor(ids)
            present[row, : len(ids)] = True
        with torch.no_grad():
            states = self._lower(table, present)
        return [states[row, : len(ids)].clone() for row, ids in enumerate(texts)]


def collate(states_of: States, items: Sequence[Item]) -> Batch:
    """Runs the frozen layers on each text alone and lays the pairs out."""
    sides = states_of([side for i in items for side in (i.premise, i.hypothesis)])
    joined = [torch.cat(pair) for pair in zip(sides[::2], sides[1::2], strict=True)]
    length = max(len(states) for states in joined)
    states = torch.zeros(len(items), length, joined[0].shape[1])
    kinds, pools = torch.zeros(len(items), length, 3), torch.zeros(len(items), 4, length)
    present = torch.zeros(len(items), length, dtype=torch.bool)
    for row, (one, both) in enumerate(zip(items, joined, strict=True)):
        marks = [s.marks[s.shown[0] : s.shown[1]] for s in (one.premise, one.hypothesis)]
        size = len(both)
        states[row, :size], present[row, :size] = both, True
        kinds[row, :size] = torch.from_numpy(pairing.kinds(*marks))
        pools[row, :, :size] = torch.from_numpy(pairing.pools(*marks))
    return Batch(states, kinds, pools, present, torch.tensor([i.targets for i in items]))
