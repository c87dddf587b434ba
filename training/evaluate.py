"""
Measure a trained model as it is before export, and choose what turns its logits into readings: temperature and threshold.

    python training/evaluate.py --kind research --model training/out/research/student

Reads   a folder written by train.py, OUT/KIND/dev.jsonl, OUT/measured/*.jsonl, the students OUT/KIND/without-CORPUS, and OUT/KIND/kept_out.jsonl
        where sentences of our own were kept out of the last epochs
Writes  training/results/KIND.json. About 2 minutes.

lib/calibration.py says how the two are chosen: on corpora that a student never saw. Nothing is fitted on the rows of `measured`.
"""

import argparse
import json
import random
from pathlib import Path

import numpy as np

from lib.calibration import carried_over, fit_temperature, fit_threshold, foreign_temperature
from lib.encoder import DEVICE, load_model, load_tokenizer, predict
from lib.labels import NEUTRAL
from lib.metrics import behaviour, metrics, paired, polarity, rounded, softmax, truth_of
from lib.rows import model_text, prepared, read_rows
from lib.sources import KINDS
from lib.variants import VARIANTS

HERE = Path(__file__).parent
SENTENCES = ("blind", "kinds")
NEUTRAL_CORPUS = "goemotions"  # raters said of each row whether it has an emotion


def sentence_rows(name: str) -> list[dict]:
    rows = read_rows(HERE / f"{name}.jsonl")
    return [{**r, "prepared": text} for r, text in zip(rows, prepared([r["text"] for r in rows]))]


def measured_rows(out: Path) -> dict[str, list[dict]]:
    return {path.stem: read_rows(path) for path in sorted((out / "measured").glob("*.jsonl"))}


def left_out_logits(place: Path, dev: list[dict]) -> dict[str, tuple[np.ndarray, list[dict]]]:
    """For each student that never saw a corpus: its logits on all development rows."""
    found = {}
    for folder in sorted(place.glob("without-*")):
        kept = folder / "dev.npy"
        if not kept.exists():
            np.save(kept, predict(load_model(folder).to(DEVICE), load_tokenizer(folder), [model_text(r) for r in dev]).numpy())
        found[folder.name.removeprefix("without-")] = np.load(kept), dev
    return found


def calibrated(logits: np.ndarray, dev: list[dict], left_out: dict[str, tuple[np.ndarray, list[dict]]],
               kept_out: tuple[np.ndarray, list[dict]] | None = None) -> dict:
    """
    Logits (N, 6) of the final model on the development rows -> temperature, threshold, and what they rest on. `kept_out`: its logits on sentences of
    our own that it has not learned from
    """
    apart = {c: ([i for i, r in enumerate(dev) if r["source"] == c and "polarity" not in r], both[0]) for c, both in left_out.items()}
    if not apart:
        chosen = own = temperature = fit_temperature(logits, dev)
        errors: dict[str, float] = {}
    else:
        rows_of = {c: [dev[i] for i in where] for c, (where, _) in apart.items()}
        temperature, errors = foreign_temperature({c: (of[where], rows_of[c]) for c, (where, of) in apart.items()})
        # The final model is surer or less sure than those students: it gets the temperature that makes it as sure of rows that all of them know.
        known = [i for i, r in enumerate(dev) if r["source"] not in apart and "polarity" not in r and r["label"] != NEUTRAL]
        foreign = float(np.mean([carried_over(temperature, of[known], logits[known]) for _, of in apart.values()])) if known else temperature
        # What people write is neither quite like the corpora of training nor quite foreign to them; and where a corpus was left out, its own wrong
        # labels (one in three of semeval25 and XED) look like a model too sure of itself. So: half-way, as factors, to what suits the same
        # corpora now that they are known.
        own, _ = foreign_temperature({c: (logits[where], rows_of[c]) for c, (where, _) in apart.items()})
        chosen = float(np.sqrt(foreign * own))
    if kept_out:  # They are text as people write it, their labels are right, and it is this model that has not seen them: no need of a detour.
        chosen, error = foreign_temperature({"own": kept_out})
    threshold = fit_threshold(softmax(logits, chosen).max(1), dev, NEUTRAL_CORPUS)
    return {"temperature": chosen, "threshold": threshold, "own_temperature": own, "left_out": {"temperature": temperature, "ece": errors},
            **({"kept_out": {"rows": len(kept_out[1]), "ece": error["own"]}} if kept_out else {})}


def figures_of(scores_of, sets: dict[str, list[dict]], threshold: float) -> dict:
    """Every set's figures, from a function that gives the scores (N, 6) of prepared texts."""
    figures = {}
    for name, rows in sets.items():
        how = behaviour if name in SENTENCES else polarity if name == "polarity" else metrics
        figures[name] = how(scores_of([model_text(r) for r in rows]), rows, threshold)
    return figures


def robustness(guess, rows: list[dict]) -> dict:
    """Share of rows that keep their label under each single change of form."""
    texts, dice = [model_text(r) for r in rows], random.Random(7)
    plain = guess(texts)
    return {name: float((guess([change(t, dice) for t in texts]) == plain).mean()) for name, change in VARIANTS.items()}


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--kind", choices=list(KINDS), default="research")
    arguments.add_argument("--model", type=Path, required=True)
    arguments.add_argument("--out", type=Path, default=Path("training/out"))
    arguments.add_argument("--against", type=Path, help="another trained folder, for a paired test on the validation rows")
    arguments.add_argument("--results", type=Path, default=Path("training/results"))
    options = arguments.parse_args()
    assert options.model.exists(), f"No model at {options.model}. It is written by train.py."
    tokenizer, model = load_tokenizer(options.model), load_model(options.model).to(DEVICE)

    def logits_of(texts: list[str]) -> np.ndarray:
        return predict(model, tokenizer, texts).numpy()

    dev = read_rows(options.out / options.kind / "dev.jsonl")
    kept = options.out / options.kind / "kept_out.jsonl"
    kept_out = read_rows(kept) if kept.exists() else []
    calibration = calibrated(logits_of([model_text(r) for r in dev]), dev, left_out_logits(options.out / options.kind, dev),
                             (logits_of([r["text"] for r in kept_out]), kept_out) if kept_out else None)
    temperature, threshold = calibration["temperature"], calibration["threshold"]
    measured = measured_rows(options.out)
    sets = {**measured, **{name: sentence_rows(name) for name in SENTENCES}}
    figures = {"calibration": calibration, **figures_of(lambda texts: softmax(logits_of(texts), temperature), sets, threshold)}
    if "validation" in measured:
        rows = measured["validation"]
        if options.against:
            texts = [r["text"] for r in rows]  # the card's model reads the rows as they are
            other = predict(load_model(options.against), load_tokenizer(options.against), texts).numpy()
            figures["paired"] = paired(logits_of([model_text(r) for r in rows]), other, truth_of(rows))
        figures["robustness"] = robustness(lambda texts: logits_of(texts).argmax(1), rows)
    figures = rounded(figures)
    options.results.mkdir(parents=True, exist_ok=True)
    (options.results / f"{options.kind}.json").write_text(json.dumps(figures, indent=1) + "\n")
    print(json.dumps({k: v for k, v in figures.items()}, indent=1))


if __name__ == "__main__":
    main()
