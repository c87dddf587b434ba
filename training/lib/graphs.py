"""
Two small ONNX graphs over one file of weights, written from a float BERT or DistilBERT classifier.

wasm.onnx    int8 arithmetic: every token's activations divided by their peak -> QuantizeLinear -> MatMulIntegerToFloat -> times the peak.
webgpu.onnx  the same int8 weights widened to float32 (DequantizeLinear), so no shader-f16 is needed and results match everywhere.

Both take input_ids and attention_mask, int64 (B, T), and give logits, float32 (B, 6). Biases, scales, norms and the classifier's
own 6 rows stay in float: 40 KB together.
"""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper

from .weights import WEIGHTS_FILE, Weights, collect

RUNTIME = "com.microsoft"  # the domain of ONNX Runtime's own operators
TYPES = {"int8": TensorProto.INT8, "float32": TensorProto.FLOAT, "int64": TensorProto.INT64}


class Graph:
    """The nodes of one graph, in ONNX's own operators and float arithmetic. Its methods take and return the names of values."""

    domains: tuple[tuple[str, int], ...] = (("", 17),)

    def __init__(self, weights: Weights, sizes: dict) -> None:
        self.weights, self.sizes = weights, sizes
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, np.ndarray] = {}

    def op(self, kind: str, *inputs: str, outputs: int = 1, **attributes):
        names = [f"{kind}_{len(self.nodes)}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, **attributes))
        return names[0] if outputs == 1 else names

    def constant(self, value, dtype=np.int64) -> str:
        array = np.array(value, dtype=dtype)
        name = f"const_{array.dtype}_{'_'.join(map(str, array.ravel()))}_{array.ndim}"
        self.constants[name] = array
        return name

    def rows(self, table: str, ids: str) -> str:
        """Rows of a table by id, as float."""
        return self.op("Gather", self.op("DequantizeLinear", table, f"{table}.scale", axis=0), ids)

    def product(self, x: str, name: str) -> str:
        """What a linear layer gives, without its bias."""
        return self.op("MatMul", x, self.op("DequantizeLinear", name, f"{name}.scale", axis=1))

    def linear(self, x: str, name: str) -> str:
        return self.op("Add", self.product(x, name), f"{name}.bias")

    def norm(self, x: str, name: str) -> str:
        return self.op("LayerNormalization", x, f"{name}.scale", f"{name}.bias", axis=-1, epsilon=self.sizes["epsilon"])

    def linear_on_top(self, x: str, below: str, name: str, norm: str) -> str:
        """norm(x + linear(below)): the end of both halves of a layer."""
        return self.norm(self.op("Add", x, self.linear(below, name)), norm)

    def linear_gelu(self, x: str, name: str) -> str:
        x = self.linear(x, name)
        inner = self.op("Add", self.op("Erf", self.op("Div", x, self.constant(2**0.5, np.float32))), self.constant(1, np.float32))
        return self.op("Mul", self.op("Mul", x, inner), self.constant(0.5, np.float32))

    def mask(self) -> str:
        absent = self.op("Sub", self.constant(1, np.float32), self.op("Cast", "attention_mask", to=TensorProto.FLOAT))
        return self.op("Unsqueeze", self.op("Mul", absent, self.constant(-10000, np.float32)), self.constant([1, 2]))

    def split(self, x: str, parts: int) -> list[str]:
        return self.op("Split", x, self.constant([self.sizes["hidden"]] * parts), outputs=parts, axis=-1)

    def attention(self, query: str, key: str, value: str, mask: str) -> str:
        heads, hidden = self.sizes["heads"], self.sizes["hidden"]
        shape = self.constant([0, 0, heads, hidden // heads])
        query, key, value = (self.op("Reshape", part, shape) for part in (query, key, value))
        query = self.op("Transpose", query, perm=[0, 2, 1, 3])  # (B, heads, T, size)
        key = self.op("Transpose", key, perm=[0, 2, 3, 1])  # (B, heads, size, T)
        value = self.op("Transpose", value, perm=[0, 2, 1, 3])
        shares = self.op("Softmax", self.op("Add", self.op("MatMul", query, key), mask), axis=-1)
        mixed = self.op("Transpose", self.op("MatMul", shares, value), perm=[0, 2, 1, 3])
        return self.op("Reshape", mixed, self.constant([0, 0, hidden]))

    def layer(self, i: int, x: str, mask: str) -> str:
        if i < self.sizes["layers"] - 1:
            mixed = self.attention(*self.split(self.linear(x, f"{i}.qkv"), 3), mask)
        else:  # of the last layer only [CLS] is read, so that it alone asks and goes on: a fifth of the work of four layers
            key, value = self.split(self.linear(x, f"{i}.kv"), 2)
            x = self.op("Gather", x, self.constant([0]), axis=1)  # (B, 1, hidden)
            mixed = self.attention(self.linear(x, f"{i}.query"), key, value, mask)
        x = self.linear_on_top(x, mixed, f"{i}.out", f"{i}.norm1")
        return self.linear_on_top(x, self.linear_gelu(x, f"{i}.up"), f"{i}.down", f"{i}.norm2")

    def classifier(self) -> None:
        length = self.op("Gather", self.op("Shape", "input_ids"), self.constant(1), axis=0)
        places = self.op("Range", self.constant(0), length, self.constant(1))
        x = self.norm(self.op("Add", self.rows("words", "input_ids"), self.rows("positions", places)), "embeddings.norm")
        mask = self.mask()
        for i in range(self.sizes["layers"]):
            x = self.layer(i, x, mask)
        first = self.op("Squeeze", x, self.constant([1]))  # (B, hidden)
        pooled = self.op(self.sizes["pooler"], self.linear(first, "pooler"))
        self.nodes.append(helper.make_node("Add", [self.op("MatMul", pooled, "classifier"), "classifier.bias"], ["logits"]))

    def save(self, path: Path, places: dict[str, tuple[int, int]]) -> None:
        self.classifier()
        used = {name for node in self.nodes for name in node.input}
        initializers = [onnx.numpy_helper.from_array(a, name) for name, a in self.constants.items()]
        for name, array in self.weights.arrays.items():
            if name in used:
                tensor = TensorProto(name=name, data_type=TYPES[str(array.dtype)], dims=array.shape, data_location=TensorProto.EXTERNAL)
                for field, value in (("location", WEIGHTS_FILE), ("offset", places[name][0]), ("length", places[name][1])):
                    tensor.external_data.add(key=field, value=str(value))
                initializers.append(tensor)
        ids = [helper.make_tensor_value_info(n, TensorProto.INT64, ["b", "t"]) for n in ("input_ids", "attention_mask")]
        logits = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["b", self.weights.arrays["classifier"].shape[1]])
        graph = helper.make_graph(self.nodes, "emotion", ids, [logits], initializers)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid(*domain) for domain in self.domains], ir_version=8)
        path.write_bytes(model.SerializeToString())


class IntegerGraph(Graph):
    """
    The same in int8 arithmetic, and in ONNX Runtime's own operators for what the CPU does in one go. They are written here, not found by its
    optimizer, which takes longer at every start than it saves.
    """

    domains = (*Graph.domains, (RUNTIME, 1))

    def rows(self, table: str, ids: str) -> str:
        scales = self.op("Unsqueeze", self.op("Gather", f"{table}.scale", ids), self.constant([-1]))
        return self.op("Mul", self.op("Cast", self.op("Gather", table, ids), to=TensorProto.FLOAT), scales)

    def product(self, x: str, name: str) -> str:
        # Each token is divided by its own peak, so that none is rounded on the scale of a louder one: the logits come twice as near to the
        # float model's. And then one step fits all, so that a text's scores do not depend on what it is read together with.
        peak = self.op("Max", self.op("ReduceMax", self.op("Abs", x), axes=[-1], keepdims=1), self.constant(1e-6, np.float32))
        step, zero = self.constant(1 / 127, np.float32), self.constant(128, np.uint8)
        values = self.op("QuantizeLinear", self.op("Div", x, peak), step, zero)
        product = self.op("MatMulIntegerToFloat", values, name, step, f"{name}.scale", zero, domain=RUNTIME)
        return self.op("Mul", product, peak)

    def linear_on_top(self, x: str, below: str, name: str, norm: str) -> str:
        return self.op("SkipLayerNormalization", self.product(below, name), x, f"{norm}.scale", f"{norm}.bias", f"{name}.bias",
                       domain=RUNTIME, epsilon=self.sizes["epsilon"])

    def linear_gelu(self, x: str, name: str) -> str:
        return self.op("BiasGelu", self.product(x, name), f"{name}.bias", domain=RUNTIME)

    def mask(self) -> str:
        return self.op("Cast", "attention_mask", to=TensorProto.INT32)

    def attention(self, query: str, key: str, value: str, mask: str) -> str:
        return self.op("MultiHeadAttention", query, key, value, "", mask, domain=RUNTIME,
                       num_heads=self.sizes["heads"], scale=1.0, mask_filter_value=-10000.0)


def write_graphs(model: torch.nn.Module, folder: Path, scales: dict[str, torch.Tensor] | None = None) -> None:
    """
    Write wasm.onnx, webgpu.onnx and their weights file into the folder.
    `scales`: one a row, by the weights' names, where the model was trained on a grid: its integers are found again exactly
    """
    folder.mkdir(parents=True, exist_ok=True)
    weights, sizes = collect(model, scales or {})
    places = weights.save(folder)
    IntegerGraph(weights, sizes).save(folder / "wasm.onnx", places)
    Graph(weights, sizes).save(folder / "webgpu.onnx", places)
