"""Reads the base encoder: one file of Q4_0 blocks, with its unigram vocabulary.

Layout (little endian): magic `E5S1`; version, sizes; the vocabulary; the normaliser; a directory of tensors.
In a Q4_0 matrix each 32 weights are an f16 scale `d` and 16 bytes; the low nibble of byte `j` is weight `j`,
the high nibble weight `j + 16`, both as `(nibble - 8) * d`. A row is a whole number of blocks.
"""

import hashlib
import itertools
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BLOCK = 32
BLOCK_BYTES = 18
_MAGIC = b"E5S1"
_QUANTISED = 1


@dataclass(frozen=True, slots=True)
class Sizes:
    """The shape of the base."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Tensor:
    """Where a tensor lies in the file."""

    quantised: bool
    count: int
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Base:
    """The base encoder in memory; `revision` is the SHA-256 of the file."""

    sizes: Sizes
    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    normaliser: bytes
    tensors: dict[str, Tensor]
    data: bytes
    revision: str

    def blocks(self, name: str) -> "NDArray[np.uint8]":
        """The raw Q4_0 blocks of a matrix: (weights / 32, 18) bytes."""
        import numpy as np

        tensor = self.tensors[name]
        flat = np.frombuffer(self.data, np.uint8, tensor.length, tensor.offset)
        return flat.reshape(-1, BLOCK_BYTES)

    def floats(self, name: str) -> "NDArray[np.float32]":
        """A tensor as flat float32, dequantised if it is quantised."""
        import numpy as np

        tensor = self.tensors[name]
        if not tensor.quantised:
            return np.frombuffer(self.data, np.float32, tensor.count, tensor.offset)
        scales, nibbles = unpack(self.blocks(name))
        return ((nibbles.astype(np.float32) - 8) * scales.astype(np.float32)[:, None]).reshape(-1)


def unpack(blocks: "NDArray[np.uint8]") -> "tuple[NDArray[np.float16], NDArray[np.uint8]]":
    """Splits Q4_0 blocks into scales (n,) and nibbles (n, 32) in the order of the weights."""
    import numpy as np

    scales = np.ascontiguousarray(blocks[:, :2]).view(np.float16).reshape(-1)
    low, high = blocks[:, 2:] & 15, blocks[:, 2:] >> 4
    return scales, np.concatenate([low, high], axis=1)


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def raw(self, length: int) -> bytes:
        self.at += length
        return self.data[self.at - length : self.at]


def read(path: Path) -> Base:
    """Reads the base from `path`; raises ModelError if it is not such a file."""
    data = path.read_bytes()
    if data[:4] != _MAGIC:
        raise ModelError(f"{path}: not a base encoder; expected a file that begins with {_MAGIC.decode()}")
    reader = _Reader(data)
    reader.raw(4)
    _, hidden, layers, heads, inner, vocabulary, positions, _ = reader.take("I7i")
    (epsilon,) = struct.unpack("<f", reader.raw(4))
    reader.take("i")
    count, _bos, _eos, _pad, _unknown, blob_length = reader.take("5iQ")
    offsets = reader.take(f"{count + 1}I")
    scores = struct.unpack(f"<{count}f", reader.raw(4 * count))
    blob = reader.raw(blob_length)
    pieces = tuple(blob[a:b].decode() for a, b in itertools.pairwise(offsets))
    _, normaliser_length = reader.take("iI")
    normaliser = reader.raw(normaliser_length)
    tensors = {}
    (tensor_count,) = reader.take("i")
    for _ in range(tensor_count):
        (name_length,) = reader.take("H")
        name = reader.raw(name_length).decode()
        kind, elements, offset, length = reader.take("BIQQ")
        tensors[name] = Tensor(kind == _QUANTISED, elements, offset, length)
    sizes = Sizes(hidden, layers, heads, inner, vocabulary, positions, epsilon)
    revision = hashlib.sha256(data).hexdigest()
    return Base(sizes, pieces, scores, normaliser, tensors, data, revision)
