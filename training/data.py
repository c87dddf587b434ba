"""
Read the data sets, map their labels, and write the rows that training, fitting and measuring use.

    python training/data.py --data ../shared/data --to training/out/data

Writes  card.jsonl         the seed's 16,000 rows, nothing else
        mixed.jsonl        every source that the shipped model learns from, rare emotions more often than they occur
        settled.jsonl      the same with dair-ai/emotion nearly in its own balance, and our own written sentences, for the last epochs
        heldout.jsonl      rows kept back from all of these, to fit temperature, threshold and the bias of rare emotions
        validation.jsonl   the seed's 2,000 rows: measured, never trained or fitted on
        goemotions.jsonl   single-label rows of GoEmotions dev, the six and neutral: measured only
A row is {"text", "label", "source", "weight", "share"}: weight counts in the loss or in a fit, share is the part of epochs that use the row.
About 5 s.
"""

import argparse
import json
import re
import zlib
from collections import Counter
from pathlib import Path

from labels import GOEMOTIONS, LABELS, NEUTRAL, XED
from own import template_rows, written_rows

CARD = ("emotion", "extra")  # the sources whose texts are of the card's kind
HELD_OUT = 0.05  # of each source's train rows
WRITTEN_TIMES = 3  # an epoch, each time in another form
WHERE = "It holds emotion/ (dair-ai/emotion as JSON lines), goemotions/ (google-research GoEmotions) and xed/ (Helsinki-NLP XED)."


def read_lines(path: Path) -> list[str]:
    assert path.exists(), f"No data at {path}. {WHERE} Name another folder with --data."
    return path.read_text(encoding="utf-8").splitlines()


def row(text: str, label: str, source: str, weight: float = 1.0, share: float = 1.0) -> dict:
    return {"text": text, "label": label, "source": source, "weight": weight, "share": share}


def emotion_rows(path: Path, source: str) -> list[dict]:
    records = map(json.loads, read_lines(path))
    return [row(record["text"], record["label"], source) for record in records]


def extra_rows(path: Path, train: list[dict]) -> list[dict]:
    """
    The rows of `unsplit` that are not in train. A text filed under two emotions keeps both rows: love and surprise are complete in this file and
    the others sampled, so dropping such texts would take nearly every joy row with "sweet" or "blessed" and few of the love rows.
    """
    seen, kept = {(r["text"], r["label"]) for r in train}, []
    for r in emotion_rows(path, "extra"):
        if (r["text"], r["label"]) not in seen:
            seen.add((r["text"], r["label"]))
            kept.append(r)
    return kept


def shared_out(rows: list[dict], train: list[dict], per_epoch: int, balance: float) -> list[dict]:
    """The extra rows among these with shares that make `per_epoch` of them an epoch: 0 is all classes alike, 1 train's own balance."""
    natural = Counter(r["label"] for r in train)
    available = Counter(r["label"] for r in rows if r["source"] == "extra")
    wanted = {label: natural[label] ** balance for label in available}
    scale = per_epoch / max(sum(wanted.values()), 1)
    return [{**r, "share": min(1.0, scale * wanted[r["label"]] / available[r["label"]])} if r["source"] == "extra" else r for r in rows]


def as_often_as_in(train: list[dict], rows: list[dict]) -> list[dict]:
    """Rows of dair-ai/emotion and others: the former with weights of mean 1 by which each label counts as often as in train."""
    natural, here = (Counter(r["label"] for r in of if r["source"] in CARD) for of in (train, rows))
    scale = here.total() / sum(natural[label] for label in here)
    return [{**r, "weight": scale * natural[r["label"]] / here[r["label"]]} if r["source"] in CARD else r for r in rows]


def goemotions_rows(folder: Path, split: str) -> list[dict]:
    """Rows with one label only."""
    names = read_lines(folder / "emotions.txt")
    rows = []
    for line in read_lines(folder / f"{split}.tsv"):
        text, labels, _ = line.split("\t")
        ours = {GOEMOTIONS.get(names[int(i)]) for i in labels.split(",")}
        if len(ours) == 1 and None not in ours:
            (label, weight), = ours
            rows.append(row(text, label, "goemotions", weight))
    return rows


def goemotions_dev(folder: Path) -> list[dict]:
    """What item two and three of the model's targets measure: one label, and that one of the six or neutral, by name."""
    names, rows = read_lines(folder / "emotions.txt"), []
    for line in read_lines(folder / "dev.tsv"):
        text, labels, _ = line.split("\t")
        if "," not in labels and names[int(labels)] in [*LABELS, NEUTRAL]:
            rows.append({"text": text, "label": names[int(labels)]})
    return rows


def xed_rows(folder: Path) -> list[dict]:
    rows = []
    for line in read_lines(folder / "en-annotated.tsv"):
        text, labels = line.split("\t")
        mapped = XED.get(labels.strip())
        # XED has no love: its declarations of love are filed under joy and trust, and would teach the wrong label.
        if mapped and len(text.split()) > 2 and not (mapped[0] == "joy" and re.search(r"\blov", text.lower())):
            rows.append(row(detokenized(text), mapped[0], "xed", mapped[1]))
    for line in read_lines(folder / "neu_en.txt"):
        text = line.split("\t")[-1]
        rows.append(row(detokenized(text), NEUTRAL, "xed", 1.0, share=0.4))
    return rows


def detokenized(text: str) -> str:
    """Subtitles come with spaces before their punctuation; people type none."""
    return re.sub(r"\s+([.,!?;:'])", r"\1", text).strip()


def with_names(r: dict) -> dict:
    """Half of the rows get a word for GoEmotions' placeholders: people type names, the measured rows hold [NAME]."""
    if zlib.crc32(r["text"].encode()) % 2:
        return r
    return {**r, "text": r["text"].replace("[NAME]", "Alex").replace("[RELIGION]", "religion")}


def held_out(r: dict) -> bool:
    return zlib.crc32(r["text"].encode()) % 1000 < 1000 * HELD_OUT


def runs_of_ten(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[i : i + 10]) for i in range(len(words) - 9)}


def apart_from(rows: list[dict], others: list[dict]) -> list[dict]:
    """Rows that share neither their text nor ten words in a row with the others: near-copies would make a fit too sure."""
    texts = {r["text"] for r in others}
    runs = {run for r in others for run in runs_of_ten(r["text"])}
    return [r for r in rows if r["text"] not in texts and not runs & runs_of_ten(r["text"])]


def write(path: Path, rows: list[dict]) -> None:
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
    counts = Counter(r["label"] for r in rows)
    print(f"{path.name:18} {len(rows):7} rows  " + "  ".join(f"{k} {counts[k]}" for k in [*LABELS, NEUTRAL] if counts[k]))


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--data", type=Path, default=Path("../shared/data"))
    arguments.add_argument("--to", type=Path, default=Path("training/out/data"))
    options = arguments.parse_args()
    options.to.mkdir(parents=True, exist_ok=True)

    train = emotion_rows(options.data / "emotion/train.jsonl", "emotion")
    validation = emotion_rows(options.data / "emotion/validation.jsonl", "emotion")
    dev = goemotions_dev(options.data / "goemotions")
    never = {r["text"] for r in validation} | {r["text"] for r in dev}

    everything = train + extra_rows(options.data / "emotion/extra.jsonl", train)
    everything += goemotions_rows(options.data / "goemotions", "train") + xed_rows(options.data / "xed")
    everything = [r for r in everything if r["text"] not in never]
    fitting = [r for r in everything if held_out(r)]
    learning = apart_from([r for r in everything if not held_out(r)], fitting) + template_rows()
    mixed = [with_names(r) for r in shared_out(learning, train, per_epoch=30_000, balance=0.7)]
    settled = [with_names(r) for r in shared_out(learning, train, per_epoch=15_000, balance=0.85)] + WRITTEN_TIMES * written_rows()

    write(options.to / "card.jsonl", train)
    write(options.to / "mixed.jsonl", mixed)
    write(options.to / "settled.jsonl", settled)
    write(options.to / "heldout.jsonl", as_often_as_in(train, fitting))
    write(options.to / "validation.jsonl", validation)
    write(options.to / "goemotions.jsonl", dev)
    assert not {r["text"] for r in mixed} & {r["text"] for r in validation}, "A validation row would train the model."


if __name__ == "__main__":
    main()
