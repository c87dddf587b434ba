"""The figures of a set of scores, in the same meaning as `npm run evaluate` (bench/evaluate/metrics.ts)."""

from collections import defaultdict

import numpy as np
from scipy.stats import binomtest
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score

from .labels import LABELS, NEUTRAL

CONTRADICTS = {"positive": ("sadness", "anger", "fear"), "negative": ("joy", "love")}


def softmax(logits: np.ndarray, temperature: float = 1.0) -> np.ndarray:
    powers = np.exp((logits - logits.max(1, keepdims=True)) / temperature)
    return powers / powers.sum(1, keepdims=True)


def truth_of(rows: list[dict]) -> np.ndarray:
    """Label numbers; -1 is neutral, or a row without one label."""
    return np.array([LABELS.index(r["label"]) if r.get("label") in LABELS else -1 for r in rows])


def is_hit(scores: np.ndarray, rows: list[dict]) -> np.ndarray:
    """Whether the strongest emotion is the row's label, or one of several."""
    return np.array([LABELS[g] in r["labels"] if "labels" in r else LABELS[g] == r.get("label") for g, r in zip(scores.argmax(1), rows)])


def expected_calibration_error(sure: np.ndarray, right: np.ndarray, bins: int = 15) -> float:
    """How sure (N,) and whether right (N,): the mean gap between them, in bins of equal width (Guo et al. 2017)."""
    edges = np.minimum((sure * bins).astype(int), bins - 1)
    return float(sum(abs(sure[edges == b].mean() - right[edges == b].mean()) * (edges == b).mean() for b in set(edges)))


def metrics(scores: np.ndarray, rows: list[dict], threshold: float) -> dict:
    """Rows with one label, with several (a hit is any of them) or neutral ones; scores (N, 6)."""
    truth, strongest, guess = truth_of(rows), scores.max(1), scores.argmax(1)
    several = np.array(["labels" in r for r in rows])
    neutral = np.array([r.get("label") == NEUTRAL for r in rows])
    single, emotional = (truth >= 0) & ~several, ~neutral
    right, present = is_hit(scores, rows), sorted(set(truth[single]))
    return {
        "rows": len(rows),
        "accuracy": accuracy_score(truth[single], guess[single]),
        "f1_weighted": f1_score(truth[single], guess[single], average="weighted", zero_division=0),
        "f1_macro": f1_score(truth[single], guess[single], average="macro", labels=present, zero_division=0),
        "f1": dict(zip(LABELS, map(float, f1_score(truth[single], guess[single], average=None, labels=range(6), zero_division=0)))),
        "several": int(several.sum()),
        "several_hit": float(right[several].mean()) if several.any() else None,
        "answered": float((strongest[emotional] >= threshold).mean()),
        "neutral_unlabelled": float((strongest[neutral] < threshold).mean()) if neutral.any() else None,
        "ece": expected_calibration_error(strongest[emotional], right[emotional]),
        "confusion": confusion_matrix(truth[single], guess[single], labels=range(6)).tolist(),
    }


def polarity(scores: np.ndarray, rows: list[dict], threshold: float) -> dict:
    """Of praise and of complaints: the share that is labelled, and of the labelled the share that the label contradicts."""
    labelled, guess, figures = scores.max(1) >= threshold, scores.argmax(1), {}
    for side, name in (("positive", "praise"), ("negative", "complaints")):
        of = np.array([r["polarity"] == side for r in rows])
        wrong = np.array([LABELS[g] in CONTRADICTS[side] for g in guess])
        figures[name] = {"rows": int(of.sum()), "labelled": float(labelled[of].mean()), "contradicted": float(wrong[of & labelled].mean())}
    return figures


def behaviour(scores: np.ndarray, rows: list[dict], threshold: float) -> dict:
    """Pass rate by the rows' `group` or `kind`: the right label, any of several, or none for the neutral ones."""
    passed: dict[str, list[bool]] = defaultdict(list)
    right = is_hit(scores, rows)
    for s, r, hit in zip(scores, rows, right):
        labelled = s.max() >= threshold
        passed[r.get("group") or r["kind"]].append(bool(hit) and labelled if r.get("label") != NEUTRAL else not labelled)
    rates = {group: float(np.mean(of)) for group, of in passed.items()}
    return {**rates, "all": float(np.mean([one for of in passed.values() for one in of]))}


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
