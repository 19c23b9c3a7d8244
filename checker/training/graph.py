"""Builds ONNX graphs node by node: a transformer layer, and what stands before and after it.

Weights come as 4-bit blocks (`Quantised`) or as float arrays, stored as float16 and widened when loaded. A product is
never one row alone, because such a matrix takes another path in the runtime and differs in the last bit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

OPSET = 20
CONTRIB = "com.microsoft"


@dataclass(frozen=True, slots=True)
class Quantised:
    """A matrix (outputs, inputs) in 4-bit blocks of 32: scales (outputs * inputs / 32,), nibbles (…, 32)."""

    scales: "NDArray[np.float16]"
    nibbles: "NDArray[np.uint8]"
    outputs: int
    inputs: int


class Graph:
    """Collects nodes and initialisers; every method returns the name of its output."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.initialisers: list[Any] = []
        self._count = 0

    def _name(self, stem: str) -> str:
        self._count += 1
        return f"{stem}_{self._count}"

    def node(self, kind: str, *inputs: str, domain: str = "", output: str | None = None, **options: Any) -> str:
        """One node with one output."""
        from onnx import helper

        name = output or self._name(kind)
        self.nodes.append(helper.make_node(kind, list(inputs), [name], domain=domain, **options))
        return name

    def constant(self, value: "NDArray[Any]", stem: str = "c") -> str:
        """An initialiser as it is."""
        from onnx import numpy_helper

        name = self._name(stem)
        self.initialisers.append(numpy_helper.from_array(value, name))
        return name

    def integers(self, values: Sequence[int]) -> str:
        """A small int64 constant."""
        import numpy as np

        return self.constant(np.array(values, np.int64))

    def half(self, value: "NDArray[np.float32]") -> str:
        """An initialiser stored as float16, widened to float32."""
        import numpy as np

        return self.node("Cast", self.constant(value.astype(np.float16), "h"), to=1)

    def linear(self, x: str, weight: "Quantised | NDArray[np.float32]", bias: "NDArray[np.float32]") -> str:
        """x @ weight.T + bias."""
        import numpy as np

        if isinstance(weight, Quantised):
            packed = weight.nibbles[:, 0::2] | (weight.nibbles[:, 1::2] << 4)
            blocks = self.constant(packed.reshape(weight.outputs, weight.inputs // 32, 16), "q")
            scales = self.half(weight.scales.astype(np.float32))
            product = self.node(
                "MatMulNBits",
                x,
                blocks,
                scales,
                domain=CONTRIB,
                K=weight.inputs,
                N=weight.outputs,
                bits=4,
                block_size=32,
                accuracy_level=1,
            )
        else:
            product = self.node("MatMul", x, self.half(np.ascontiguousarray(weight.T)))
        return self.node("Add", product, self.constant(bias.astype(np.float32), "b"))

    def norm(self, x: str, weight: "NDArray[np.float32]", bias: "NDArray[np.float32]", epsilon: float) -> str:
        """Layer normalisation over the last axis."""
        scale, shift = self.constant(weight, "g"), self.constant(bias, "b")
        return self.node("LayerNormalization", x, scale, shift, axis=-1, epsilon=epsilon)

    def attention(self, x: str, weights: Mapping[str, Any], heads: int, hidden: int) -> str:
        """Self-attention of (batch, tokens, hidden) without padding."""
        import numpy as np

        size = hidden // heads
        mixed = []
        for part, order in (("q", (0, 2, 1, 3)), ("k", (0, 2, 3, 1)), ("v", (0, 2, 1, 3))):
            flat = self.linear(x, weights[f"{part}.w"], weights[f"{part}.b"])
            split = self.node("Reshape", flat, self.integers([0, 0, heads, size]))
            mixed.append(self.node("Transpose", split, perm=list(order)))
        scale = self.constant(np.array(size**-0.5, np.float32))
        scores = self.node("MatMul", self.node("Mul", mixed[0], scale), mixed[1])
        context = self.node("MatMul", self.node("Softmax", scores, axis=-1), mixed[2])
        joined = self.node("Reshape", self.node("Transpose", context, perm=[0, 2, 1, 3]), self.integers([0, 0, hidden]))
        return self.linear(joined, weights["ao.w"], weights["ao.b"])

    def layer(self, x: str, weights: Mapping[str, Any], heads: int, hidden: int, epsilon: float) -> str:
        """One post-norm transformer layer; keys as in the base (`q.w` … `oln.b`)."""
        seen = self.node("Add", self.attention(x, weights, heads, hidden), x)
        seen = self.norm(seen, weights["aln.w"], weights["aln.b"], epsilon)
        inner = self.node("Gelu", self.linear(seen, weights["fi.w"], weights["fi.b"]))
        outer = self.linear(inner, weights["fo.w"], weights["fo.b"])
        return self.norm(self.node("Add", outer, seen), weights["oln.w"], weights["oln.b"], epsilon)

    def model(self, inputs: Mapping[str, Sequence[str | int]], outputs: Mapping[str, Sequence[str | int]]) -> bytes:
        """The serialised model; all inputs and outputs are float32."""
        from onnx import TensorProto, checker, helper

        def values(shapes: Mapping[str, Sequence[str | int]]) -> list[Any]:
            return [helper.make_tensor_value_info(n, TensorProto.FLOAT, list(s)) for n, s in shapes.items()]

        graph = helper.make_graph(self.nodes, "graph", values(inputs), values(outputs), self.initialisers)
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="checker")
        checker.check_model(model)
        return bytes(model.SerializeToString(deterministic=True))
