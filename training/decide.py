"""
Move the bias of a trained model so that its strongest logit is the best guess for the mean of the labels' F1.

    python training/decide.py --model training/out/settled --to training/out/shipped

Reads   a folder written by train.py and training/out/data/heldout.jsonl, its rows of dair-ai/emotion
Writes  the same model with another bias of its six logits, nothing else. About 10 s.

The strongest logit of a trained model is the best guess for accuracy, in which rare labels hardly count. The mean F1 that a model
may expect follows from its own probabilities (the decision-theoretic approach of Ye, Chai, Lee and Chieu 2012), so a few hundred texts
tell it without their labels, of which the rarest would be two dozen.
"""

import argparse
from pathlib import Path

import numpy as np
import torch

from evaluate import fit_temperature, softmax, truth_of
from labels import LABELS
from train import load_model, load_tokenizer, predict, read_rows

GRID = np.linspace(-1, 1, 81)
ROUNDS = 6  # through the six labels; nothing moves after two or three


def expected_f1(scores: np.ndarray, given: np.ndarray) -> float:
    """Probabilities (N, 6) and the labels given (N,) -> the mean of the F1 that is to be expected, over labels that may occur."""
    hits = np.bincount(given, scores[np.arange(len(given)), given], len(LABELS))
    there = scores.sum(0) + np.bincount(given, minlength=len(LABELS))
    return float((2 * hits[there > 0] / there[there > 0]).mean())


def f1_bias(logits: np.ndarray, temperature: float) -> np.ndarray:
    """Logits (N, 6) of any texts and the temperature that makes them probabilities -> what to add to the six, 0 in the mean."""
    scores, bias = softmax(logits, temperature), np.zeros(len(LABELS))
    for _ in range(ROUNDS):
        for label in range(len(LABELS)):
            tried = [np.where(np.arange(len(LABELS)) == label, b, bias) for b in GRID]
            reached = [round(expected_f1(scores, (logits + b).argmax(1)), 6) for b in tried]
            bias = min((b for b, f1 in zip(tried, reached) if f1 == max(reached)), key=lambda b: abs(b[label]))
    return bias - bias.mean()


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--model", type=Path, required=True)
    arguments.add_argument("--to", type=Path, required=True)
    arguments.add_argument("--data", type=Path, default=Path("training/out/data"))
    options = arguments.parse_args()
    assert options.model.exists(), f"No model at {options.model}. It is written by train.py."
    tokenizer, model = load_tokenizer(str(options.model)), load_model(str(options.model))

    rows = [r for r in read_rows(options.data / "heldout.jsonl") if r["source"] == "emotion"]
    logits = predict(model, tokenizer, [r["text"] for r in rows]).numpy()
    bias = f1_bias(logits, fit_temperature(logits, truth_of(rows)))
    with torch.no_grad():
        model.classifier.bias += torch.tensor(bias, dtype=torch.float32)
    model.save_pretrained(options.to)
    tokenizer.no_truncation()
    tokenizer.save(str(options.to / "tokenizer.json"))
    print(f"{options.to}: " + ", ".join(f"{label} {b:+.2f}" for label, b in zip(LABELS, bias)) + f", from {len(rows)} held-out rows")


if __name__ == "__main__":
    main()
