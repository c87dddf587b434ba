"""
Measure a trained model, and fit what turns its logits into readings: temperature and threshold.

    python training/evaluate.py --model training/out/shipped

Reads   a folder written by train.py and training/out/data/*.jsonl
Writes  training/results/NAME.json. About 1 minute.

Temperature (Guo et al. 2017) minimises the loss on held-out rows of dair-ai/emotion, weighted to train's balance. The threshold is the
highest that lets enough emotional texts keep their label, the card's kind and other people's, on held-out rows. Nothing is fitted on
validation rows.
"""

import argparse
import json
import random
from collections import defaultdict
from pathlib import Path

import numpy as np
from scipy.stats import binomtest
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score

import form
from data import CARD
from labels import LABELS, NEUTRAL
from train import load_model, load_tokenizer, predict, read_rows

# Shares to reach: neutral texts left without a label, emotional texts of GoEmotions and of dair-ai/emotion given one.
TARGETS = {"neutral": 0.80, "others": 0.75, "card": 0.95}
ONE_SIDED_95 = 1.645  # standard errors


def softmax(logits: np.ndarray, temperature: float = 1.0) -> np.ndarray:
    powers = np.exp((logits - logits.max(1, keepdims=True)) / temperature)
    return powers / powers.sum(1, keepdims=True)


def truth_of(rows: list[dict]) -> np.ndarray:
    """Label numbers; neutral is -1."""
    return np.array([-1 if r["label"] == NEUTRAL else LABELS.index(r["label"]) for r in rows])


def fit_temperature(logits: np.ndarray, truth: np.ndarray, weights: np.ndarray | None = None) -> float:
    """Logits (N, 6), labels (N,) and what each row counts (N,) -> the temperature in 0.3..4 with the least negative log-likelihood."""
    grid = np.exp(np.linspace(np.log(0.3), np.log(4), 200))
    losses = [-np.average(np.log(softmax(logits, t)[np.arange(len(truth)), truth] + 1e-12), weights=weights) for t in grid]
    return float(grid[int(np.argmin(losses))])


def fit_threshold(strongest: np.ndarray, rows: list[dict]) -> float:
    """
    The strongest score of each row -> the highest threshold at which enough emotional texts keep their label, of either kind, with 95 %
    confidence: a fact that is given an emotion is the worse fault. Where no threshold is so safe, the one whose tightest target is safest.
    """
    groups = {"neutral": [], "others": [], "card": []}
    for score, r in zip(strongest, rows):
        if r["source"] == "goemotions" and r["weight"] == 1.0:  # labels of the same name, as in the measured rows
            groups["neutral" if r["label"] == NEUTRAL else "others"].append(score)
        elif r["source"] == "emotion":
            groups["card"].append(score)

    def lead(group: str, threshold: float) -> float:
        """How far the share lies above its target, in standard errors of a share of so many rows."""
        scores, target = np.array(groups[group]), TARGETS[group]
        if not len(scores):
            return np.inf
        kept = np.mean(scores >= threshold)
        share = 1 - kept if group == "neutral" else kept
        return (share - target) / np.sqrt(target * (1 - target) / len(scores))

    grid = np.linspace(0.2, 0.95, 301)
    safe = [t for t in grid if min(lead("others", t), lead("card", t)) >= ONE_SIDED_95]
    return float(max(safe, default=grid[int(np.argmax([min(lead(g, t) for g in groups) for t in grid]))]))


def calibrated(logits: np.ndarray, held_out: list[dict]) -> dict:
    """Logits (N, 6) of the held-out rows -> temperature and threshold. Each graph's own logits give its own."""
    card, weights = np.array([r["source"] in CARD for r in held_out]), np.array([r["weight"] for r in held_out])
    temperature = fit_temperature(logits[card], truth_of(held_out)[card], weights[card])
    threshold = fit_threshold(softmax(logits, temperature).max(1), held_out)
    return {"temperature": round(temperature, 4), "threshold": round(threshold, 4)}


def expected_calibration_error(scores: np.ndarray, truth: np.ndarray, bins: int = 15) -> float:
    """Scores (N, 6): the mean gap between how sure and how right, in bins of equal width (Guo et al. 2017)."""
    sure, right = scores.max(1), scores.argmax(1) == truth
    edges = np.minimum((sure * bins).astype(int), bins - 1)
    return float(sum(abs(sure[edges == b].mean() - right[edges == b].mean()) * (edges == b).mean() for b in set(edges)))


def metrics(scores: np.ndarray, rows: list[dict], threshold: float) -> dict:
    """Every figure of `npm run evaluate`, in the same meaning."""
    truth = truth_of(rows)
    emotional, neutral = truth >= 0, truth < 0
    guess, strongest = scores.argmax(1), scores.max(1)
    present = sorted(set(truth[emotional]))
    return {
        "rows": len(rows),
        "accuracy": accuracy_score(truth[emotional], guess[emotional]),
        "f1_weighted": f1_score(truth[emotional], guess[emotional], average="weighted", zero_division=0),
        "f1_macro": f1_score(truth[emotional], guess[emotional], average="macro", labels=present, zero_division=0),
        "f1": dict(zip(LABELS, f1_score(truth[emotional], guess[emotional], average=None, labels=range(6), zero_division=0))),
        "answered": float((strongest[emotional] >= threshold).mean()),
        "neutral_unlabelled": float((strongest[neutral] < threshold).mean()) if neutral.any() else None,
        "ece": expected_calibration_error(scores[emotional], truth[emotional]),
        "confusion": confusion_matrix(truth[emotional], guess[emotional], labels=range(6)).tolist(),
    }


def behaviour(scores: np.ndarray, rows: list[dict], threshold: float) -> dict:
    """Pass rate per group of sentences.jsonl: the right label, or none for the neutral ones."""
    passed = defaultdict(list)
    for s, r in zip(scores, rows):
        label = LABELS[s.argmax()] if s.max() >= threshold else NEUTRAL
        passed[r["group"]].append(label == r["label"])
    rates = {group: float(np.mean(right)) for group, right in passed.items()}
    return {**rates, "all": float(np.mean([right for group in passed.values() for right in group]))}


def robustness(model, tokenizer, rows: list[dict]) -> dict:
    """Share of rows that keep their label under each single change of form."""
    texts, dice = [r["text"] for r in rows], random.Random(7)
    plain = predict(model, tokenizer, texts).argmax(1)
    return {name: float((predict(model, tokenizer, [change(t, dice) for t in texts]).argmax(1) == plain).float().mean())
            for name, change in form.VARIANTS.items()}


def paired(scores: np.ndarray, other: np.ndarray, truth: np.ndarray) -> dict:
    """Two models on the same rows: the exact McNemar test, and the 95 % bootstrap intervals of accuracy and of the difference."""
    right, other_right = scores.argmax(1) == truth, other.argmax(1) == truth
    only, only_other = int((right & ~other_right).sum()), int((~right & other_right).sum())
    dice = np.random.default_rng(42)
    drawn = dice.integers(0, len(truth), (10_000, len(truth)))
    return {
        "accuracy_interval": np.quantile(right[drawn].mean(1), [0.025, 0.975]).round(4).tolist(),
        "difference_interval": np.quantile((right[drawn] * 1.0 - other_right[drawn]).mean(1), [0.025, 0.975]).round(4).tolist(),
        "only_this_right": only,
        "only_other_right": only_other,
        "p_value": binomtest(only, only + only_other).pvalue if only + only_other else 1.0,
    }


def rounded(value):
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    return round(float(value), 4) if isinstance(value, float) else value


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--model", type=Path, required=True)
    arguments.add_argument("--data", type=Path, default=Path("training/out/data"))
    arguments.add_argument("--against", type=Path, help="another trained folder, for a paired test on the validation rows")
    arguments.add_argument("--sentences", type=Path, default=Path(__file__).parent / "sentences.jsonl")
    arguments.add_argument("--results", type=Path, default=Path("training/results"))
    options = arguments.parse_args()
    assert options.model.exists(), f"No model at {options.model}. It is written by train.py."
    tokenizer, model = load_tokenizer(str(options.model)), load_model(str(options.model))

    def logits_of(rows: list[dict]) -> np.ndarray:
        return predict(model, tokenizer, [r["text"] for r in rows]).numpy()

    held_out = read_rows(options.data / "heldout.jsonl")
    calibration = calibrated(logits_of(held_out), held_out)
    temperature, threshold = calibration["temperature"], calibration["threshold"]

    figures = {"calibration": calibration}
    for name in ("validation", "goemotions"):
        rows = read_rows(options.data / f"{name}.jsonl")
        figures[name] = metrics(softmax(logits_of(rows), temperature), rows, threshold)
    validation = read_rows(options.data / "validation.jsonl")
    if options.against:
        texts = [r["text"] for r in validation]
        other = predict(load_model(str(options.against)), load_tokenizer(str(options.against)), texts).numpy()
        figures["paired"] = paired(logits_of(validation), other, truth_of(validation))
    sentences = read_rows(options.sentences)
    figures["sentences"] = behaviour(softmax(logits_of(sentences), temperature), sentences, threshold)
    figures["robustness"] = robustness(model, tokenizer, validation)
    figures = rounded(figures)
    options.results.mkdir(parents=True, exist_ok=True)
    (options.results / f"{options.model.name}.json").write_text(json.dumps(figures, indent=1) + "\n")
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
