"""
Temperature and threshold, chosen on corpora that the model has not learned from: a softmax is surer of foreign text than it has a right to be
(Ovadia et al. 2019), and what people paste is foreign text.
"""

import numpy as np

from .labels import NEUTRAL
from .metrics import expected_calibration_error, is_hit, softmax, truth_of

TEMPERATURES = np.exp(np.linspace(np.log(0.5), np.log(4), 120))
THRESHOLDS = np.linspace(0.2, 0.8, 241)


def fit_temperature(logits: np.ndarray, rows: list[dict]) -> float:
    """The temperature with the least negative log-likelihood on rows of one label each."""
    truth = truth_of(rows)
    single = truth >= 0
    losses = [-np.log(softmax(logits[single], t)[np.arange(single.sum()), truth[single]] + 1e-12).mean() for t in TEMPERATURES]
    return float(TEMPERATURES[int(np.argmin(losses))])


def foreign_temperature(left_out: dict[str, tuple[np.ndarray, list[dict]]]) -> tuple[float, dict[str, float]]:
    """
    For each corpus the logits (N, 6) of a model that never saw it, and its rows -> the temperature with the least mean calibration error over the
    corpora, each counting alike, and that error for each. Rows with several labels are right too easily to tell how sure a model may be.
    """

    def errors(temperature: float) -> dict[str, float]:
        found = {}
        for corpus, (logits, rows) in left_out.items():
            single = [i for i, r in enumerate(rows) if r.get("label") != NEUTRAL and "labels" not in r]
            scores = softmax(logits[single], temperature)
            found[corpus] = expected_calibration_error(scores.max(1), is_hit(scores, [rows[i] for i in single]))
        return found

    best = min(TEMPERATURES, key=lambda t: float(np.mean(list(errors(t).values()))))
    return float(best), errors(best)


def carried_over(temperature: float, known: np.ndarray, final: np.ndarray) -> float:
    """
    The same temperature for another model: what makes it as sure, on the mean, of rows that both have learned the like of. Logits (N, 6) of the
    one that it was chosen for and of the final one, on the same rows.
    """
    aim = float(softmax(known, temperature).max(1).mean())
    return float(min(TEMPERATURES, key=lambda t: abs(float(softmax(final, t).max(1).mean()) - aim)))


def fit_threshold(strongest: np.ndarray, rows: list[dict], corpus: str) -> float:
    """
    The strongest score of each development row -> the threshold at which as large a share of the neutral rows of this corpus gets no label as of its
    emotional ones gets one: naming an emotion that is not there is as bad as missing one that is. Rows of a near label do not count.
    """
    of = np.array([r["source"] == corpus and r.get("weight", 1.0) >= 1.0 for r in rows])
    neutral = np.array([r.get("label") == NEUTRAL for r in rows])
    quiet, loud = strongest[of & neutral], strongest[of & ~neutral]
    return float(max(THRESHOLDS, key=lambda t: min((quiet < t).mean(), (loud >= t).mean())))
