"""
Weights on a grid of few bits, while training: forward on the rounded weights, backward as if they were not (straight-through estimator, Bengio et
al. 2013). The scale of each row is chosen once, by least squared error, and kept; so the trained model is exactly what is shipped.
"""

import torch
from torch.nn.utils import parametrize

CANDIDATES = 40


def best_scales(weight: torch.Tensor, most: int) -> torch.Tensor:
    """(rows, columns) -> for each row the step whose grid of -most..most steps lies nearest to it."""
    peak = weight.abs().amax(1).clamp(min=1e-8)
    best, least = peak / most, torch.full_like(peak, float("inf"))
    for share in torch.linspace(0.4, 1.05, CANDIDATES):
        scale = peak * share / most
        error = ((weight / scale[:, None]).round().clamp(-most, most) * scale[:, None] - weight).square().sum(1)
        better = error < least
        best, least = torch.where(better, scale, best), torch.where(better, error, least)
    return best


class StraightThrough(torch.autograd.Function):
    @staticmethod
    def forward(ctx, weight: torch.Tensor, scale: torch.Tensor, most: int) -> torch.Tensor:
        return (weight / scale[:, None]).round().clamp(-most, most) * scale[:, None]

    @staticmethod
    def backward(ctx, gradient: torch.Tensor):
        return gradient, None, None


class Grid(torch.nn.Module):
    def __init__(self, weight: torch.Tensor, bits: int, scale: torch.Tensor | None = None) -> None:
        super().__init__()
        self.most = 2 ** (bits - 1) - 1
        self.register_buffer("scale", best_scales(weight, self.most) if scale is None else scale)

    def forward(self, weight: torch.Tensor) -> torch.Tensor:
        return StraightThrough.apply(weight, self.scale, self.most)


def quantized_modules(model: torch.nn.Module) -> list[tuple[str, torch.nn.Module]]:
    """Every matrix but the classifier's own six rows."""
    return [(name, m) for name, m in model.named_modules()
            if isinstance(m, (torch.nn.Linear, torch.nn.Embedding)) and name != "classifier" and "token_type" not in name]


def put_on_grid(model: torch.nn.Module, bits: int, word_bits: int, scales: dict[str, torch.Tensor] | None = None) -> None:
    """With the scales that `take_off_grid` gave where the weights have been on this grid before: they lie on it exactly."""
    for name, module in quantized_modules(model):
        grid = Grid(module.weight.data, word_bits if "word_embeddings" in name else bits, (scales or {}).get(f"{name}.weight"))
        parametrize.register_parametrization(module, "weight", grid)


def take_off_grid(model: torch.nn.Module) -> dict[str, torch.Tensor]:
    """Leave the rounded weights in place; gives the scales by the weights' names, so that an export finds the very same integers."""
    scales = {}
    for name, module in quantized_modules(model):
        if parametrize.is_parametrized(module, "weight"):
            scales[f"{name}.weight"] = module.parametrizations.weight[0].scale.detach().cpu().clone()
            parametrize.remove_parametrizations(module, "weight", leave_parametrized=True)
    return scales


def between(first: torch.Tensor, second: torch.Tensor, share: float, scale: torch.Tensor | None) -> torch.Tensor:
    """
    (1 - share) of the first and share of the second. Weights on a grid (`scale`: a step for each row) end on it: where the two differ, each is rounded
    so that the errors of its row cancel out. Rounding each alone would give the nearer of the two everywhere.
    """
    if scale is None:
        return first + share * (second - first) if first.is_floating_point() else first
    steps = torch.lerp((first / scale[:, None]).round(), (second / scale[:, None]).round(), share)
    rounded, error = torch.empty_like(steps), torch.zeros(len(steps))
    for column in torch.randperm(steps.shape[1], generator=torch.Generator().manual_seed(1)).tolist():
        wanted = steps[:, column]
        rounded[:, column] = (wanted + error).round().clamp(wanted.floor(), wanted.ceil())
        error += wanted - rounded[:, column]
    return rounded * scale[:, None]
