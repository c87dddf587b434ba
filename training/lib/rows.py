"""
Rows of training, and files of them. A row has

    text      as the tokenizer gets it (prepared by prepare.ts); rows to be measured keep the author's text as `text` and this as `prepared`
    source    the corpus it comes from: sources.py has the terms of each
    label     one of the six or neutral; or labels, a share for each of several; or allowed, the labels that are not excluded
    weight    what it counts in a loss or a fit; share: the part of epochs that use it
"""

import json
import subprocess
import zlib
from pathlib import Path

from .labels import LABELS, NEUTRAL

ROOT = Path(__file__).parent.parent.parent
DEVELOPMENT = 0.1  # of each corpus, by a hash of the text


def row(text: str, label: str, source: str, weight: float = 1.0, share: float = 1.0) -> dict:
    return {"text": text, "label": label, "source": source, "weight": weight, "share": share}


def read_lines(path: Path) -> list[str]:
    assert path.exists(), f"No data at {path}. training/README.md says what the data folder holds. Name another one with --data."
    return path.read_text(encoding="utf-8").splitlines()


def read_rows(path: Path) -> list[dict]:
    assert path.exists(), f"No rows at {path}. They are written by data.py."
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def write_rows(path: Path, rows: list[dict]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")


def model_text(r: dict) -> str:
    return r.get("prepared", r["text"])


def prepared(texts: list[str]) -> list[str]:
    """Texts as the browser's own preparation leaves them."""
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    command = ["node", "--import", "tsx", str(ROOT / "training/prepare.ts")]
    done = subprocess.run(command, cwd=ROOT, input=lines, capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        raise SystemExit(f"The texts could not be prepared with Node and src/reading/prepare.ts; `npm ci` installs what it needs.\n{done.stderr}")
    return [json.loads(line) for line in done.stdout.split("\n")[:-1]]


def is_development(r: dict) -> bool:
    return zlib.crc32(r["text"].encode()) % 1000 < 1000 * DEVELOPMENT


def target_of(r: dict) -> list[float]:
    """The distribution over the six to learn: one emotion, several by their shares, or none of them (outlier exposure, Hendrycks et al. 2019)."""
    if "labels" in r:
        return [r["labels"].get(name, 0.0) for name in LABELS]
    if r.get("label", NEUTRAL) == NEUTRAL:
        return [1 / len(LABELS)] * len(LABELS)
    return [float(r["label"] == name) for name in LABELS]


def allowed_of(r: dict) -> list[float]:
    """1 for each label that the row does not exclude."""
    return [float("allowed" not in r or name in r["allowed"]) for name in LABELS]


def runs_of_ten(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[i : i + 10]) for i in range(len(words) - 9)}


def apart_from(rows: list[dict], others: list[dict]) -> list[dict]:
    """Rows that share neither their text nor ten words in a row with the others: near-copies would make a figure too good."""
    texts = {r["text"].lower() for r in others}
    runs = {run for r in others for run in runs_of_ten(r["text"])}
    return [r for r in rows if r["text"].lower() not in texts and not runs & runs_of_ten(r["text"])]
