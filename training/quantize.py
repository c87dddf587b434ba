"""
The arithmetic of the shipped file, once: symmetric int8 with one scale per output row for weights, one scale per word for the
table of words. export.py writes these numbers; train.py can simulate them, so that the weights settle where rounding is harmless.
"""

from contextlib import contextmanager

import torch
from torch.nn import functional as F


def quantize_rows(weight: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """(rows, columns) float -> int8 of the same shape in -127..127, and (rows,) float scales."""
    scale = weight.abs().amax(1).clamp(min=1e-8) / 127
    return (weight / scale[:, None]).round().clamp(-127, 127).to(torch.int8), scale


def rounded_rows(weight: torch.Tensor) -> torch.Tensor:
    """What quantize_rows keeps of a weight; the gradient passes straight through (Bengio et al. 2013)."""
    scale = weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
    return weight + ((weight / scale).round().clamp(-127, 127) * scale - weight).detach()


def rounded_activations(x: torch.Tensor) -> torch.Tensor:
    """What DynamicQuantizeLinear keeps: 256 steps between the text's own extremes, zero among them."""
    over = tuple(range(1, x.dim()))  # one text at a time, as in the browser
    low, high = x.detach().amin(over, keepdim=True).clamp(max=0), x.detach().amax(over, keepdim=True).clamp(min=0)
    scale = (high - low).clamp(min=1e-8) / 255
    zero = (-low / scale).round()
    return x + (((x / scale + zero).round().clamp(0, 255) - zero) * scale - x).detach()


@contextmanager
def fake_quantized(model: torch.nn.Module, active: bool):
    """Within the block, linear layers and the table of words compute as the exported int8 graph does."""
    changed = []
    if active:
        for module in model.modules():
            if isinstance(module, torch.nn.Linear):
                module.forward = lambda x, m=module: F.linear(rounded_activations(x), rounded_rows(m.weight), m.bias)
                changed.append(module)
            elif isinstance(module, torch.nn.Embedding) and module.num_embeddings > 1000:
                module.forward = lambda ids, m=module: F.embedding(ids, rounded_rows(m.weight), m.padding_idx)
                changed.append(module)
    try:
        yield
    finally:
        for module in changed:
            del module.forward
