"""Writes the pair model as an ONNX graph and puts a bundle together."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from checker.model import LABELS
from checker.training.encoder import MATRICES, NORMS
from checker.training.graph import Graph
from checker.training.network import Upper


def upper(models: Sequence[Upper], heads: int, hidden: int, epsilon: float, temperature: float) -> bytes:
    """The graph of the pair model; `temperature` divides the logits.

    Of several networks it gives the mean of the logarithms of their probabilities (Hinton 2002: a product of experts).
    """
    graph = Graph()
    found = [_network(graph, model, heads, hidden, epsilon, temperature) for model in models]
    scores = found[0]
    if len(found) > 1:
        logs = [graph.node("LogSoftmax", each, axis=-1) for each in found]
        scores = graph.node("Mean", *logs)
    count = graph.node("Shape", "states", start=0, end=1)
    graph.node("Slice", scores, graph.integers([0]), count, graph.integers([0]), output="logits")
    inputs: dict[str, tuple[str | int, ...]] = {
        "states": ("batch", "tokens", hidden),
        "kinds": ("batch", "tokens", 3),
        "pools": ("batch", 4, "tokens"),
    }
    return graph.model(inputs, {"logits": ("batch", len(LABELS))})


def _network(graph: Graph, model: Upper, heads: int, hidden: int, epsilon: float, temperature: float) -> str:
    """Adds one network to a graph; its logits, twice below one another."""
    weights = {name: value.detach().float().numpy() for name, value in model.state_dict().items()}
    x = graph.node("Add", "states", graph.node("MatMul", "kinds", graph.constant(weights["kinds"])))
    for index in range(len(model.layers)):
        layer = {}
        for name in MATRICES:
            layer[f"{name}.w"] = weights[f"layers.{index}.parts.{name}.weight"]
            layer[f"{name}.b"] = weights[f"layers.{index}.parts.{name}.bias"]
        for name in NORMS:
            layer[f"{name}.w"] = weights[f"layers.{index}.norms.{name}.weight"]
            layer[f"{name}.b"] = weights[f"layers.{index}.norms.{name}.bias"]
        x = graph.layer(x, layer, heads, hidden, epsilon)
    means = graph.node("MatMul", "pools", x)
    parts = [graph.node("Gather", means, graph.constant(np.array(i, np.int64)), axis=1) for i in range(4)]
    features = []
    for left, right in ((parts[0], parts[1]), (parts[2], parts[3])):
        gap = graph.node("Abs", graph.node("Sub", left, right))
        features += [left, right, gap, graph.node("Mul", left, right)]
    joined = graph.node("Concat", *features, axis=-1)
    # Never one row alone (see graph.py).
    twice = graph.node("Concat", joined, joined, axis=0)
    inner = graph.node("Gelu", graph.linear(twice, weights["hidden_head.weight"], weights["hidden_head.bias"]))
    return graph.linear(inner, weights["head.weight"] / temperature, weights["head.bias"] / temperature)


def replace(path: Path, data: bytes) -> None:
    """Writes a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".new")
    temporary.write_bytes(data)
    temporary.replace(path)
