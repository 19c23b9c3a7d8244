"""Reads the weights of a pair model back from the graph that `export` wrote, so that a run can begin with them."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch


def networks(path: Path, layers: int) -> list[dict[str, torch.Tensor]]:
    """The weights of each network of a pair model of so many layers, rounded to 16 bits and cooled as written.

    Raises ValueError where the graph is of other layers.
    """
    from onnx import load, numpy_helper

    graph = load(str(path)).graph
    arrays = [numpy_helper.to_array(each) for each in graph.initializer]
    kept = [array for array in arrays if array.ndim and array.dtype != np.int64]
    names = list(_names(layers))
    if not kept:
        raise ValueError(f"{path}: no weights of a pair model")
    found = []
    for first in range(0, len(kept), len(names)):
        part = kept[first : first + len(names)]
        turned = (array.T if array.dtype == np.float16 else array for array in part)
        weights = (torch.from_numpy(np.array(array, np.float32, order="C")) for array in turned)
        found.append(dict(zip(names, weights, strict=True)))
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
