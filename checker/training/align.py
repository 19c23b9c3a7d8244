"""Trains the alignment head: mean-pooled states of the frozen encoder to unit vectors that translations share.

A vector is two halves of equal weight: the pooled state whitened by the square root of its spread, which needs no
training, and a trained map; together they retrieve better than either. The training is contrastive, on row-parallel
text: in a batch each row is a line in two languages, and the other rows, of which some are its neighbours in the same
text, are what it must not be taken for.
"""

import random
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from checker.nli.tokens import BEGIN, END, WINDOW, Tokenizer
from checker.training.graph import Graph
from checker.training.network import Lower
from checker.training.parallel import Group

WIDTH = 256
INNER = 512
SPREAD = 150
"""Rows of each language that the spread is taken from."""


class Head(nn.Module):
    """The trained half: a linear map and a small correction to it; `centre` and `white` are the other half."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(hidden)
        self.straight = nn.Linear(hidden, WIDTH)
        nn.init.orthogonal_(self.straight.weight)
        self.inner = nn.Linear(hidden, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        nn.init.zeros_(self.outer.weight)
        self.register_buffer("centre", torch.zeros(hidden))
        self.register_buffer("white", torch.eye(hidden))

    def forward(self, pooled: torch.Tensor) -> torch.Tensor:
        x = self.norm(pooled)
        return functional.normalize(self.straight(x) + self.outer(functional.gelu(self.inner(x))), dim=-1)


def whitening(pools: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Centre and map (outputs, inputs) after which no direction outweighs another by more than its square root."""
    centre = pools.mean(0)
    _, spread, directions = np.linalg.svd(pools - centre, full_matrices=False)
    return centre, directions / np.sqrt(np.maximum(spread, spread[0] * 1e-3))[:, None]


def pooled(lower: Lower, tokenizer: Tokenizer, texts: Sequence[str], width: int = 4096) -> NDArray[np.float32]:
    """Mean states of the texts (n, hidden); batches of like length hold about `width` pieces."""
    cut = [(BEGIN, *tokenizer(text).ids[: WINDOW - 2], END) for text in texts]
    order = sorted(range(len(cut)), key=lambda i: len(cut[i]))
    result = np.zeros((len(cut), lower.places.shape[1]), np.float32)
    at = 0
    while at < len(order):
        size = max(1, width // len(cut[order[min(at + 64, len(order) - 1)]]))
        part = order[at : at + size]
        at += size
        length = max(len(cut[i]) for i in part)
        ids = torch.zeros(len(part), length, dtype=torch.long)
        present = torch.zeros(len(part), length, dtype=torch.bool)
        for row, index in enumerate(part):
            ids[row, : len(cut[index])] = torch.tensor(cut[index])
            present[row, : len(cut[index])] = True
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            states = lower(ids, present)
        weight = present[..., None].float()
        result[part] = ((states * weight).sum(1) / weight.sum(1)).numpy()
    return result


def fit(pools: Sequence[Sequence[NDArray[np.float32]]], names: Sequence[Group], steps: int, seed: int) -> Head:
    """Trains a head; `pools[g][l]` are the pooled rows of language l of group g."""
    torch.manual_seed(seed)
    draw = random.Random(seed)
    head = Head(pools[0][0].shape[1])
    optimiser = torch.optim.AdamW(head.parameters(), 1e-3, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 1e-3, total_steps=steps, pct_start=0.05)
    weights = [min(group.rows, 4000) * (len(group.lines) - 1) ** 0.5 for group in names]
    for _ in range(steps):
        rows, other = [], []
        for group in draw.choices(range(len(pools)), weights, k=16):
            start = draw.randrange(max(1, names[group].rows - 64))
            for row in draw.sample(range(start, min(start + 64, names[group].rows)), 24):
                a, b = draw.sample(range(len(pools[group])), 2)
                rows.append(pools[group][a][row])
                other.append(pools[group][b][row])
        x, y = head(torch.from_numpy(np.stack(rows))), head(torch.from_numpy(np.stack(other)))
        scores = x @ y.T / 0.04
        target = torch.arange(len(rows))
        loss = functional.cross_entropy(scores, target) + functional.cross_entropy(scores.T, target)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    some = np.concatenate([rows[:SPREAD] for languages in pools for rows in languages])
    for name, value in zip(("centre", "white"), whitening(some[::3].astype(np.float32)), strict=True):
        setattr(head, name, torch.from_numpy(value.astype(np.float32)))
    return head.eval()


def vectors(head: Head, pools: NDArray[np.float32]) -> NDArray[np.float32]:
    """The vectors of pooled states, both halves."""
    with torch.inference_mode():
        x = torch.from_numpy(pools)
        plain = functional.normalize((x - head.centre) @ head.white.T, dim=-1)
        return np.asarray((torch.cat([head(x), plain], -1) * 0.5**0.5).numpy())


def rank_one(x: NDArray[np.float32], y: NDArray[np.float32]) -> float:
    """The share of rows of x whose nearest row of y is their own."""
    return float(((x @ y.T).argmax(1) == np.arange(len(x))).mean())


def onnx(head: Head, hidden: int) -> bytes:
    """The graph of the head: `pooled` (texts, hidden) to `vectors` (texts, WIDTH + hidden), of length 1."""
    graph = Graph()
    weights = {name: value.detach().numpy() for name, value in head.named_parameters()}
    # Never one row alone (see graph.py).
    both = graph.node("Concat", "pooled", "pooled", axis=0)
    centre, white = (value.numpy() for value in (head.centre, head.white))
    plain = graph.node("LpNormalization", graph.linear(both, white, -white @ centre), axis=-1, p=2)
    x = graph.norm(both, weights["norm.weight"], weights["norm.bias"], head.norm.eps)
    straight = graph.linear(x, weights["straight.weight"], weights["straight.bias"])
    inner = graph.node("Gelu", graph.linear(x, weights["inner.weight"], weights["inner.bias"]))
    bent = graph.node("Add", straight, graph.linear(inner, weights["outer.weight"], weights["outer.bias"]))
    learnt = graph.node("LpNormalization", bent, axis=-1, p=2)
    halves = graph.node("Concat", learnt, plain, axis=-1)
    unit = graph.node("Mul", halves, graph.constant(np.array(0.5**0.5, np.float32)))
    count = graph.node("Shape", "pooled", start=0, end=1)
    graph.node("Slice", unit, graph.integers([0]), count, graph.integers([0]), output="vectors")
    return graph.model({"pooled": ("texts", hidden)}, {"vectors": ("texts", WIDTH + hidden)})
