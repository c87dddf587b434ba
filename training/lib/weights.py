"""A trained classifier's tensors, int8 with one float scale a row, under one naming and in one file that both graphs point into."""

from pathlib import Path

import numpy as np
import torch

WEIGHTS_FILE = "weights.bin"
ALIGNMENT = 64


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
        scale = (hidden // heads) ** -0.5  # goes into the query, which saves a node per layer
        if i < layers - 1:
            linear(f"{i}.qkv", at + query, at + key, at + value, scale_first=scale)
        else:
            linear(f"{i}.query", at + query, scale_first=scale)
            linear(f"{i}.kv", at + key, at + value)
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
