"""Reads the weights of a pair model back from the graph that `export` wrote, so that a run can begin with them."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch


def weights(path: Path, layers: int) -> dict[str, torch.Tensor]:
    """The weights of a pair model of so many layers, rounded to 16 bits and cooled as they were written."""
    from onnx import load, numpy_helper

    graph = load(str(path)).graph
    arrays = [numpy_helper.to_array(each) for each in graph.initializer]
    kept = [array for array in arrays if array.ndim and array.dtype != np.int64]
    found = {}
    for name, array in zip(_names(layers), kept, strict=True):
        turned = array.T if array.dtype == np.float16 else array
        found[name] = torch.from_numpy(np.array(turned, np.float32, order="C"))
    return found


def _names(layers: int) -> Iterator[str]:
    """The names of the weights, in the order in which a graph is written."""
    yield "kinds"
    for layer in range(layers):
        for part in (*"qkv", "ao"):
            yield from _both(f"layers.{layer}.parts.{part}")
        yield from _both(f"layers.{layer}.norms.aln")
        for part in ("fi", "fo"):
            yield from _both(f"layers.{layer}.parts.{part}")
        yield from _both(f"layers.{layer}.norms.oln")
    for part in ("hidden_head", "head"):
        yield from _both(part)


def _both(name: str) -> Iterator[str]:
    yield f"{name}.weight"
    yield f"{name}.bias"
