"""
Read the corpora, map their labels, prepare their texts, and write the rows that training, fitting and measuring use.

    python training/data.py --kind research --data ../shared/data --to training/out

Writes  TO/card.jsonl           the seed's 16,000 rows as they are, nothing else (research only)
        TO/KIND/train.jsonl     every source that this kind of model may learn from, rare emotions more often than they occur
        TO/KIND/dev.jsonl       a tenth of each corpus, by a hash of the text: measured, and what fits are made on
        TO/KIND/kept_out.jsonl  a tenth of our own sentences (open only): what its temperature is fitted on
        TO/measured/*.jsonl     rows that never train: validation, goemotions (dev), semeval18, crowd_envent, polarity (development rows)
rows.py says what a row is. About 20 s.
"""

import argparse
from collections import Counter
from pathlib import Path

from lib.labels import LABELS, NEUTRAL
from lib.rows import apart_from, is_development, prepared, read_rows, write_rows
from lib.sources import KINDS, SOURCES, assert_allowed, goemotions_dev

OWN = ("templates", "feelings", "written")
HERE = Path(__file__).parent
WRITTEN_TIMES = 3  # an epoch, each time in another form
EXTRA_PER_EPOCH, EXTRA_BALANCE = 24_000, 0.75


def shared_out(rows: list[dict], per_epoch: int, balance: float) -> list[dict]:
    """The extra rows with shares that make `per_epoch` of them an epoch: balance 0 is all classes alike, 1 that of `emotion`."""
    natural = Counter(r["label"] for r in rows if r["source"] == "emotion")
    available = Counter(r["label"] for r in rows if r["source"] == "extra")
    wanted = {label: natural[label] ** balance for label in available}
    scale = per_epoch / max(sum(wanted.values()), 1)
    return [{**r, "share": min(1.0, scale * wanted[r["label"]] / available[r["label"]])} if r["source"] == "extra" else r for r in rows]


def without_twins(rows: list[dict]) -> list[dict]:
    """The extra rows that `emotion` does not hold with the same label already."""
    seen, kept = {(r["text"], r["label"]) for r in rows if r["source"] == "emotion"}, []
    for r in rows:
        if r["source"] != "extra":
            kept.append(r)
        elif (r["text"], r["label"]) not in seen:
            seen.add((r["text"], r["label"]))
            kept.append(r)
    return kept


def told(name: str, rows: list[dict]) -> None:
    counts = Counter(r.get("label", "partial") for r in rows)
    print(f"{name:24} {len(rows):7} rows  " + "  ".join(f"{k} {counts[k]}" for k in [*LABELS, NEUTRAL] if counts[k]), flush=True)


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--kind", choices=list(KINDS), default="research")
    arguments.add_argument("--data", type=Path, default=Path("../shared/data"))
    arguments.add_argument("--to", type=Path, default=Path("training/out"))
    arguments.add_argument("--own-every", type=int, default=1, help="take one of so many of our own rows: to try the recipe out")
    options = arguments.parse_args()

    step = {name: options.own_every if name in OWN else 1 for name in SOURCES}
    rows = without_twins([r for name in KINDS[options.kind] for r in SOURCES[name].rows(options.data)[:: step[name]]])
    assert_allowed(rows, options.kind)
    development = [r for r in rows if r["source"] not in (*OWN, "extra") and is_development(r)]
    measured = {"goemotions": goemotions_dev(options.data)}
    if options.kind == "research":
        measured["validation"] = [{"text": r["text"], "label": r["label"], "source": "emotion"} for r in read_rows(options.data / "emotion/validation.jsonl")]
        measured["polarity"] = [r for r in development if "polarity" in r]
        for name in ("semeval18_ec", "crowd_envent"):
            measured[name] = [r for r in development if r["source"] == name]
    never = [*development, *(r for of in measured.values() for r in of)]
    sentences = [r for name in ("blind", "kinds") for r in read_rows(HERE / f"{name}.jsonl")]
    texts = {r["text"] for r in never}
    train = [r for r in apart_from(rows, sentences) if r["text"] not in texts and not (is_development(r) and r["source"] not in OWN)]
    # The open model has two corpora to leave out for its calibration, of which a third is labelled wrong; a tenth of our own sentences is better.
    kept_out = [r for r in train if options.kind == "open" and r["source"] == "written" and is_development(r)]
    without = {r["text"] for r in kept_out}
    train = [r for r in train if r["source"] != "written" or r["text"] not in without]
    train += [r for r in train if r["source"] == "written"] * (WRITTEN_TIMES - 1)
    train = shared_out(train, EXTRA_PER_EPOCH, EXTRA_BALANCE)

    every = [train, development, kept_out, *measured.values()]
    clean = iter(prepared([r["text"] for of in every for r in of]))
    train, development, kept_out = ([{**r, "text": next(clean)} for r in of] for of in every[:3])
    for name, of in measured.items():
        labelled = [{k: v for k, v in r.items() if k in ("text", "label", "labels", "polarity")} | {"prepared": next(clean)} for r in of]
        write_rows(options.to / f"measured/{name}.jsonl", [{k: v for k, v in r.items() if k != "label" or "polarity" not in r} for r in labelled])
        told(f"measured/{name}", of)
    if options.kind == "research":
        card = SOURCES["emotion"].rows(options.data)
        write_rows(options.to / "card.jsonl", card)
    for name, of in (("train", train), ("dev", development), *([("kept_out", kept_out)] if kept_out else [])):
        write_rows(options.to / options.kind / f"{name}.jsonl", of)
        told(f"{options.kind}/{name}", of)


if __name__ == "__main__":
    main()
