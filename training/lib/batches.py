"""Epochs of batches: rows drawn by their share, in another form each time, near-equal lengths together."""

import random
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Iterator, NamedTuple

import numpy as np
import torch
from tokenizers import Tokenizer

from .encoder import DEVICE, padded
from .rows import allowed_of, target_of
from .variants import vary

CHUNK = 32  # batches sorted by length together: little padding, still well mixed


class Batch(NamedTuple):
    ids: torch.Tensor  # (B, T)
    mask: torch.Tensor  # (B, T)
    targets: torch.Tensor  # (B, 6)
    allowed: torch.Tensor  # (B, 6), 1 where the row does not exclude the label
    partial: torch.Tensor  # (B,), whether it excludes any
    weights: torch.Tensor  # (B,)
    numbers: torch.Tensor  # (B,), the rows' places in the whole list


class Rows:
    """The rows of a run with their targets as arrays, from which epochs are drawn."""

    def __init__(self, rows: list[dict], tokenizer: Tokenizer, size: int, seed: int, varied: bool) -> None:
        self.rows, self.tokenizer, self.size, self.seed, self.varied = rows, tokenizer, size, seed, varied
        self.targets = torch.tensor([target_of(r) for r in rows])
        self.allowed = torch.tensor([allowed_of(r) for r in rows])
        self.weights = torch.tensor([r.get("weight", 1.0) for r in rows])
        self.shares = np.array([r.get("share", 1.0) for r in rows])
        self.ahead: tuple[int, Future] | None = None
        self.pool = ThreadPoolExecutor(1)

    @property
    def per_epoch(self) -> int:
        return int(np.ceil(self.shares.sum() / self.size))

    def drawn(self, epoch: int) -> tuple[list[list[int]], list[list[int]]]:
        """Token ids by row number, and batches of row numbers."""
        dice = random.Random(self.seed * 1000 + epoch)
        chosen = [i for i in range(len(self.rows)) if dice.random() < self.shares[i]]
        dice.shuffle(chosen)
        texts = [vary(r["text"], r.get("label", ""), dice) if self.varied else r["text"] for r in (self.rows[i] for i in chosen)]
        encoded = {i: e.ids for i, e in zip(chosen, self.tokenizer.encode_batch_fast(texts))}
        order = []
        for start in range(0, len(chosen), CHUNK * self.size):
            chunk = sorted(chosen[start : start + CHUNK * self.size], key=lambda i: len(encoded[i]))
            cut = [chunk[i : i + self.size] for i in range(0, len(chunk), self.size)]
            dice.shuffle(cut)
            order += cut
        return encoded, order

    def epoch(self, number: int, last: int) -> Iterator[Batch]:
        """One epoch; the next is drawn meanwhile."""
        ready = self.ahead[1].result() if self.ahead and self.ahead[0] == number else self.drawn(number)
        if number < last:
            self.ahead = (number + 1, self.pool.submit(self.drawn, number + 1))
        encoded, order = ready
        for numbers in order:
            ids, mask = padded([encoded[i] for i in numbers])
            at = torch.tensor(numbers)
            allowed = self.allowed[at]
            yield Batch(ids, mask, self.targets[at].to(DEVICE), allowed.to(DEVICE), (allowed.min(1).values < 1).to(DEVICE), self.weights[at].to(DEVICE), at)
