"""Builds the frozen half of the bundle: pruned vocabulary, 4-bit embeddings, the lower layers.

Files: `tokens.model` (sentencepiece), `words.q4` (rows of Q4_0 blocks, as in the base), `lower.onnx`.
The alignment head (`align.onnx`) comes from `align.py`.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from checker.training import vocabulary
from checker.training.base import BLOCK, BLOCK_BYTES, Base, unpack
from checker.training.graph import Graph, Quantised

MATRICES = ("q", "k", "v", "ao", "fi", "fo")
NORMS = ("aln", "oln")


def matrix(base: Base, name: str, outputs: int) -> Quantised:
    """A matrix of the base, still in its blocks."""
    scales, nibbles = unpack(base.blocks(name))
    return Quantised(scales, nibbles, outputs, scales.size * BLOCK // outputs)


def layer_weights(base: Base, index: int) -> dict[str, Any]:
    """The weights of one layer: matrices quantised, biases and norms in float32."""
    weights: dict[str, Any] = {}
    for part in MATRICES:
        bias = base.floats(f"l{index}.{part}.b")
        weights[f"{part}.w"], weights[f"{part}.b"] = matrix(base, f"l{index}.{part}.w", bias.size), bias
    for part in NORMS:
        for end in "wb":
            weights[f"{part}.{end}"] = base.floats(f"l{index}.{part}.{end}")
    return weights


def lower(base: Base, layers: int) -> bytes:
    """The graph of the lower layers: `words` (batch, tokens, hidden) to `states` of the same shape."""
    import numpy as np

    sizes, graph = base.sizes, Graph()
    places = base.floats("emb.pos").reshape(-1, sizes.hidden)
    kind = base.floats("emb.type").reshape(-1, sizes.hidden)[0]
    table = graph.constant((places + kind).astype(np.float32), "places")
    length = graph.node("Shape", "words", start=1, end=2)
    here = graph.node("Slice", table, graph.integers([0]), length, graph.integers([0]))
    x = graph.node("Add", "words", here)
    x = graph.norm(x, base.floats("emb.ln.w"), base.floats("emb.ln.b"), sizes.epsilon)
    for index in range(layers):
        x = graph.layer(x, layer_weights(base, index), sizes.heads, sizes.hidden, sizes.epsilon)
    graph.node("Identity", x, output="states")
    shape = ("batch", "tokens", sizes.hidden)
    return graph.model({"words": shape}, {"states": shape})


def write(base: Base, tokenizer: Path, texts: Iterable[Path], size: int, layers: int, folder: Path) -> None:
    """Writes the frozen files to `folder`; `texts` are the folders whose pieces are counted."""
    normaliser = vocabulary.charsmap(tokenizer)
    whole = vocabulary.sentencepiece_model(base.pieces, base.scores, normaliser)
    kept = vocabulary.choose(base, vocabulary.count(whole, vocabulary.lines(texts)), size)
    pieces, scores = [base.pieces[i] for i in kept], [base.scores[i] for i in kept]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tokens.model").write_bytes(vocabulary.sentencepiece_model(pieces, scores, normaliser))
    rows = base.blocks("emb.word").reshape(-1, base.sizes.hidden // BLOCK * BLOCK_BYTES)
    (folder / "words.q4").write_bytes(rows[kept].tobytes())
    (folder / "lower.onnx").write_bytes(lower(base, layers))
