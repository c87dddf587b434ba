"""
Two small ONNX graphs over one file of weights, written from a float BERT or DistilBERT classifier.

wasm.onnx    int8 arithmetic: every token's activations divided by their peak -> DynamicQuantizeLinear -> MatMulInteger -> scales.
webgpu.onnx  the same int8 weights widened to float32 (DequantizeLinear), so no shader-f16 is needed and results match everywhere.

Both take input_ids and attention_mask, int64 (B, T), and give logits, float32 (B, 6). Biases, scales, norms and the classifier's
own 6 rows stay in float: 40 KB together.
"""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper

WEIGHTS_FILE = "weights.bin"
ALIGNMENT = 64
TYPES = {"int8": TensorProto.INT8, "float32": TensorProto.FLOAT, "int64": TensorProto.INT64}


def quantize_rows(weight: torch.Tensor, scale: torch.Tensor | None = None) -> tuple[torch.Tensor, torch.Tensor]:
    """(rows, columns) float -> symmetric int8 of the same shape and one float scale a row: the scale it was trained on, or its peak / 127."""
    if scale is None:
        scale = weight.abs().amax(1).clamp(min=1e-8) / 127
    return (weight / scale[:, None]).round().clamp(-127, 127).to(torch.int8), scale


class Weights:
    """Tensors by name, laid out one after the other in one file that both graphs point into."""

    def __init__(self) -> None:
        self.arrays: dict[str, np.ndarray] = {}

    def add(self, name: str, array: torch.Tensor | np.ndarray) -> str:
        self.arrays[name] = np.ascontiguousarray(array.detach().numpy() if isinstance(array, torch.Tensor) else array)
        return name

    def add_quantized(self, name: str, values: torch.Tensor, scales: torch.Tensor, transpose: bool) -> None:
        """int8 with one scale a row; linear layers are stored (in, out), as MatMul wants them."""
        self.add(name, values.T if transpose else values)
        self.add(f"{name}.scale", scales)

    def save(self, folder: Path) -> dict[str, tuple[int, int]]:
        places, data = {}, bytearray()
        for name, array in self.arrays.items():
            data.extend(b"\0" * (-len(data) % ALIGNMENT))
            places[name] = (len(data), array.nbytes)
            data.extend(array.tobytes())
        (folder / WEIGHTS_FILE).write_bytes(data)
        return places


def collect(model: torch.nn.Module, scales: dict[str, torch.Tensor]) -> tuple[Weights, dict]:
    """Every tensor under one naming, whichever of the two architectures it came from, and the few sizes the graph needs."""
    config, state, weights = model.config, model.state_dict(), Weights()
    kind = config.model_type
    assert kind in ("bert", "distilbert"), f"Cannot export a {kind}: only bert and distilbert."
    body = f"{kind}."
    layer_names = {
        "bert": ("encoder.layer", "attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
                 "attention.output.LayerNorm", "intermediate.dense", "output.dense", "output.LayerNorm"),
        "distilbert": ("transformer.layer", "attention.q_lin", "attention.k_lin", "attention.v_lin", "attention.out_lin",
                       "sa_layer_norm", "ffn.lin1", "ffn.lin2", "output_layer_norm"),
    }[kind]
    stack, query, key, value, out, norm1, up, down, norm2 = layer_names
    heads = config.num_attention_heads
    layers = config.num_hidden_layers

    def quantized(source: str) -> tuple[torch.Tensor, torch.Tensor]:
        return quantize_rows(state[f"{source}.weight"], scales.get(f"{source}.weight"))

    weights.add_quantized("words", *quantized(f"{body}embeddings.word_embeddings"), transpose=False)
    positions = state[f"{body}embeddings.position_embeddings.weight"]
    if kind == "bert":  # one text at a time is always segment 0
        weights.add_quantized("positions", *quantize_rows(positions + state[f"{body}embeddings.token_type_embeddings.weight"][0]), transpose=False)
    else:
        weights.add_quantized("positions", *quantized(f"{body}embeddings.position_embeddings"), transpose=False)
    hidden = positions.shape[1]

    def linear(name: str, *sources: str, scale_first: float = 1.0) -> None:
        values, steps = zip(*(quantized(s) for s in sources))
        biases = [state[f"{s}.bias"] for s in sources]
        weights.add_quantized(name, torch.cat(values), torch.cat([steps[0] * scale_first, *steps[1:]]), transpose=True)
        weights.add(f"{name}.bias", torch.cat([biases[0] * scale_first, *biases[1:]]))

    def norm(name: str, source: str) -> None:
        weights.add(f"{name}.scale", state[f"{source}.weight"])
        weights.add(f"{name}.bias", state[f"{source}.bias"])

    norm("embeddings.norm", f"{body}embeddings.LayerNorm")
    for i in range(layers):
        at = f"{body}{stack}.{i}."
        # 1/sqrt(head size) goes into the query, which saves a node per layer
        linear(f"{i}.qkv", at + query, at + key, at + value, scale_first=(hidden // heads) ** -0.5)
        linear(f"{i}.out", at + out)
        norm(f"{i}.norm1", at + norm1)
        linear(f"{i}.up", at + up)
        linear(f"{i}.down", at + down)
        norm(f"{i}.norm2", at + norm2)
    linear("pooler", "bert.pooler.dense" if kind == "bert" else "pre_classifier")
    weights.add("classifier", state["classifier.weight"].T)
    weights.add("classifier.bias", state["classifier.bias"])
    sizes = {"layers": layers, "heads": heads, "hidden": hidden, "pooler": "Tanh" if kind == "bert" else "Relu",
             "epsilon": getattr(config, "layer_norm_eps", 1e-12)}
    return weights, sizes


class Graph:
    """The nodes of one graph. Its methods take and return the names of values."""

    def __init__(self, weights: Weights, sizes: dict, integer: bool) -> None:
        self.weights, self.sizes, self.integer = weights, sizes, integer
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
        if self.integer:
            scales = self.op("Unsqueeze", self.op("Gather", f"{table}.scale", ids), self.constant([-1]))
            return self.op("Mul", self.op("Cast", self.op("Gather", table, ids), to=TensorProto.FLOAT), scales)
        return self.op("Gather", self.op("DequantizeLinear", table, f"{table}.scale", axis=0), ids)

    def linear(self, x: str, name: str) -> str:
        if self.integer:
            # One scale for a whole text would be that of its loudest token. Divided by its own peak, each token has a scale of its own: the
            # logits come twice as near to the float model's (mean difference 0.020 for 0.045).
            peak = self.op("Max", self.op("ReduceMax", self.op("Abs", x), axes=[-1], keepdims=1), self.constant(1e-6, np.float32))
            values, scale, zero = self.op("DynamicQuantizeLinear", self.op("Div", x, peak), outputs=3)
            product = self.op("Cast", self.op("MatMulInteger", values, name, zero), to=TensorProto.FLOAT)
            product = self.op("Mul", self.op("Mul", product, f"{name}.scale"), self.op("Mul", peak, scale))
        else:
            product = self.op("MatMul", x, self.op("DequantizeLinear", name, f"{name}.scale", axis=1))
        return self.op("Add", product, f"{name}.bias")

    def norm(self, x: str, name: str) -> str:
        return self.op("LayerNormalization", x, f"{name}.scale", f"{name}.bias", axis=-1, epsilon=self.sizes["epsilon"])

    def gelu(self, x: str) -> str:
        inner = self.op("Add", self.op("Erf", self.op("Div", x, self.constant(2**0.5, np.float32))), self.constant(1, np.float32))
        return self.op("Mul", self.op("Mul", x, inner), self.constant(0.5, np.float32))

    def attention(self, x: str, mask: str, i: int) -> str:
        heads, hidden = self.sizes["heads"], self.sizes["hidden"]
        shape = self.constant([0, 0, heads, hidden // heads])
        query, key, value = (self.op("Reshape", part, shape) for part in
                             self.op("Split", self.linear(x, f"{i}.qkv"), self.constant([hidden] * 3), outputs=3, axis=-1))
        query = self.op("Transpose", query, perm=[0, 2, 1, 3])  # (B, heads, T, size)
        key = self.op("Transpose", key, perm=[0, 2, 3, 1])  # (B, heads, size, T)
        value = self.op("Transpose", value, perm=[0, 2, 1, 3])
        shares = self.op("Softmax", self.op("Add", self.op("MatMul", query, key), mask), axis=-1)
        mixed = self.op("Transpose", self.op("MatMul", shares, value), perm=[0, 2, 1, 3])
        return self.linear(self.op("Reshape", mixed, self.constant([0, 0, hidden])), f"{i}.out")

    def classifier(self) -> None:
        length = self.op("Gather", self.op("Shape", "input_ids"), self.constant(1), axis=0)
        places = self.op("Range", self.constant(0), length, self.constant(1))
        x = self.norm(self.op("Add", self.rows("words", "input_ids"), self.rows("positions", places)), "embeddings.norm")
        absent = self.op("Sub", self.constant(1, np.float32), self.op("Cast", "attention_mask", to=TensorProto.FLOAT))
        mask = self.op("Unsqueeze", self.op("Mul", absent, self.constant(-10000, np.float32)), self.constant([1, 2]))
        for i in range(self.sizes["layers"]):
            x = self.norm(self.op("Add", x, self.attention(x, mask, i)), f"{i}.norm1")
            x = self.norm(self.op("Add", x, self.linear(self.gelu(self.linear(x, f"{i}.up")), f"{i}.down")), f"{i}.norm2")
        first = self.op("Gather", x, self.constant(0), axis=1)  # [CLS], (B, hidden)
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
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
        path.write_bytes(model.SerializeToString())


def write_graphs(model: torch.nn.Module, folder: Path, scales: dict[str, torch.Tensor] | None = None) -> None:
    """
    Write wasm.onnx, webgpu.onnx and their weights file into the folder.
    `scales`: one a row, by the weights' names, where the model was trained on a grid: its integers are found again exactly
    """
    folder.mkdir(parents=True, exist_ok=True)
    weights, sizes = collect(model, scales or {})
    places = weights.save(folder)
    Graph(weights, sizes, integer=True).save(folder / "wasm.onnx", places)
    Graph(weights, sizes, integer=False).save(folder / "webgpu.onnx", places)
