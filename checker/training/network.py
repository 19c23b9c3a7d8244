"""The model in torch: the frozen lower layers, and the upper layers that see premise and hypothesis together."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from checker.model import LABELS
from checker.training.base import BLOCK, BLOCK_BYTES, Base, unpack
from checker.training.encoder import MATRICES, NORMS


class Layer(nn.Module):
    """A post-norm transformer layer with the names of the base."""

    def __init__(self, hidden: int, heads: int, inner: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        shapes = {"q": hidden, "k": hidden, "v": hidden, "ao": hidden, "fi": inner, "fo": hidden}
        inputs = {name: inner if name == "fo" else hidden for name in shapes}
        self.parts = nn.ModuleDict({name: nn.Linear(inputs[name], shapes[name]) for name in MATRICES})
        self.norms = nn.ModuleDict({name: nn.LayerNorm(hidden, eps=epsilon) for name in NORMS})

    def load(self, base: Base, index: int) -> None:
        """Takes the weights of the base's layer `index`."""
        for kind in (self.parts, self.norms):
            for name, part in kind.items():
                weight = torch.from_numpy(base.floats(f"l{index}.{name}.w").copy())
                part.weight.data = weight.view_as(part.weight)
                part.bias.data = torch.from_numpy(base.floats(f"l{index}.{name}.b").copy())

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        batch, length, hidden = x.shape
        q, k, v = (self.parts[n](x).view(batch, length, self.heads, -1).transpose(1, 2) for n in "qkv")
        # Spelled out: torch's fused attention is several times slower backwards on a CPU.
        scores = q * (hidden // self.heads) ** -0.5 @ k.transpose(2, 3)
        if mask is not None:
            scores = scores + mask
        seen = scores.softmax(-1).to(v.dtype) @ v
        x = self.norms["aln"](x + self.parts["ao"](seen.transpose(1, 2).reshape(batch, length, hidden)))
        outer = self.parts["fo"](functional.gelu(self.parts["fi"](x)))
        return self.norms["oln"](x + outer)


def stack(base: Base, which: Iterable[int]) -> nn.ModuleList:
    """The layers of the base with these numbers, counted from 0."""
    sizes = base.sizes
    layers = nn.ModuleList()
    for index in which:
        layer = Layer(sizes.hidden, sizes.heads, sizes.inner, sizes.epsilon)
        layer.load(base, index)
        layers.append(layer)
    return layers


def attention_mask(present: torch.Tensor) -> torch.Tensor:
    """(batch, tokens) of bool to what is added to the scores of attention."""
    return torch.zeros(present.shape).masked_fill(~present, -1e4)[:, None, None, :]


class Lower(nn.Module):
    """The frozen encoder; `words` are the rows of `words.q4`."""

    def __init__(self, base: Base, layers: int, words: bytes) -> None:
        super().__init__()
        sizes = base.sizes
        row = sizes.hidden // BLOCK * BLOCK_BYTES
        self.words = np.frombuffer(words, np.uint8).reshape(-1, row)
        self.layers = stack(base, range(layers))
        places = base.floats("emb.pos").reshape(-1, sizes.hidden) + base.floats("emb.type")[: sizes.hidden]
        self.register_buffer("places", torch.from_numpy(places.astype(np.float32)))
        self.norm = nn.LayerNorm(sizes.hidden, eps=sizes.epsilon)
        self.norm.weight.data = torch.from_numpy(base.floats("emb.ln.w").copy())
        self.norm.bias.data = torch.from_numpy(base.floats("emb.ln.b").copy())
        self.requires_grad_(False)

    def embed(self, ids: torch.Tensor) -> torch.Tensor:
        """Dequantised word vectors."""
        unique, inverse = np.unique(ids.numpy(), return_inverse=True)
        scales, nibbles = unpack(self.words[unique].reshape(-1, BLOCK_BYTES))
        table = (nibbles.astype(np.float32) - 8) * scales.astype(np.float32)[:, None]
        return torch.from_numpy(table.reshape(len(unique), -1))[torch.from_numpy(inverse).view(ids.shape)]

    def forward(self, ids: torch.Tensor, present: torch.Tensor) -> torch.Tensor:
        places: Any = self.places
        x = self.norm(self.embed(ids) + places[: ids.shape[1]])
        mask = attention_mask(present)
        for layer in self.layers:
            x = layer(x, mask)
        return x.float()


class Upper(nn.Module):
    """The pair model: side and mark vectors added to the states, upper layers, pooling, head.

    `kinds` (batch, tokens, 3) says premise, hypothesis, marked; `pools` (batch, 4, tokens) are the weights of the
    four means: premise, hypothesis, marked premise, marked hypothesis.
    """

    def __init__(self, base: Base, which: Iterable[int], inner: int = 384, dropout: float = 0.1) -> None:
        super().__init__()
        hidden = base.sizes.hidden
        self.dropout = dropout
        self.kinds = nn.Parameter(torch.randn(3, hidden) * 0.05)
        self.layers = stack(base, which)
        self.hidden_head = nn.Linear(8 * hidden, inner)
        self.head = nn.Linear(inner, len(LABELS))

    def forward(
        self, states: torch.Tensor, kinds: torch.Tensor, pools: torch.Tensor, present: torch.Tensor
    ) -> torch.Tensor:
        x = states + kinds @ self.kinds
        mask = attention_mask(present)
        for layer in self.layers:
            x = layer(x, mask)
        u, v, s, t = (pools @ x.to(pools.dtype)).unbind(1)
        features = torch.cat([u, v, (u - v).abs(), u * v, s, t, (s - t).abs(), s * t], -1)
        inner = functional.gelu(self.hidden_head(functional.dropout(features, self.dropout, self.training)))
        return self.head(functional.dropout(inner, self.dropout, self.training)).float()
