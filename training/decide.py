"""
Move the bias of a trained model so that love and surprise are named where that is the best guess for their F1.

    python training/decide.py --model training/out/settled --to training/out/shipped

Reads   a folder written by train.py and training/out/data/heldout.jsonl, its rows of dair-ai/emotion
Writes  the same model with another bias of those two logits, nothing else. About 10 s.

The strongest logit is the best guess for accuracy, in which rare labels hardly count. For the F1 of a label the best threshold on its
probability is half of the F1 that it reaches (Lipton, Elkan, Naryanaswamy 2014). That F1 is expected from the model's own probabilities on
texts that it was not trained on. Their labels only say how much a row counts, so that rare emotions are as rare as in train.
"""

import argparse
from pathlib import Path

import numpy as np
import torch

from data import CARD
from evaluate import fit_temperature, softmax, truth_of
from labels import LABELS
from train import load_model, load_tokenizer, predict, read_rows

RARE = ["love", "surprise"]  # the two whose own F1 is a target
ROUNDS = 10  # the F1 to reach and the threshold follow from each other; both stand still after two or three


def expected_f1(scores: np.ndarray, given: np.ndarray, label: int, weights: np.ndarray) -> float:
    """
    Probabilities (N, 6), the labels given (N,) and what each row counts (N,) -> the F1 of one label that is to be expected; 1 where it is
    neither given nor likely.
    """
    likely, named = weights * scores[:, label], given == label
    there = likely.sum() + weights[named].sum()
    return float(2 * likely[named].sum() / there) if there else 1.0


def rare_bias(logits: np.ndarray, temperature: float, weights: np.ndarray) -> np.ndarray:
    """
    Logits (N, 6), the temperature that makes them probabilities and what each row counts (N,) -> what to add to the six logits, 0 where a
    label is not rare.
    """
    scores, bias = softmax(logits, temperature), np.zeros(len(LABELS))
    for _ in range(ROUNDS):
        given = (logits + bias).argmax(1)
        for label in map(LABELS.index, RARE):
            threshold = max(expected_f1(scores, given, label, weights), 0.1) / 2  # one that is never named would have no bound
            bias[label] = temperature * np.log((1 - threshold) / threshold)  # exact where the doubt is between two
    return bias


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--model", type=Path, required=True)
    arguments.add_argument("--to", type=Path, required=True)
    arguments.add_argument("--data", type=Path, default=Path("training/out/data"))
    options = arguments.parse_args()
    assert options.model.exists(), f"No model at {options.model}. It is written by train.py."
    tokenizer, model = load_tokenizer(str(options.model)), load_model(str(options.model))

    rows = [r for r in read_rows(options.data / "heldout.jsonl") if r["source"] in CARD]
    logits, weights = predict(model, tokenizer, [r["text"] for r in rows]).numpy(), np.array([r["weight"] for r in rows])
    bias = rare_bias(logits, fit_temperature(logits, truth_of(rows), weights), weights)
    with torch.no_grad():
        model.classifier.bias += torch.tensor(bias, dtype=torch.float32)
    model.save_pretrained(options.to)
    tokenizer.no_truncation()
    tokenizer.save(str(options.to / "tokenizer.json"))
    print(f"{options.to}: " + ", ".join(f"{name} {bias[LABELS.index(name)]:+.3f}" for name in RARE) + f", from {len(rows)} held-out rows")


if __name__ == "__main__":
    main()
