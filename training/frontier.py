"""
Put candidates side by side: bytes, time in Chromium beside a DistilBERT-shaped int8 model, and the figures that matter.

    python training/frontier.py public/model training/out/frontier/*

Reads   model folders as export.py writes them
Writes  training/results/frontier.md. About 1 minute a candidate.

Times are the seconds that `npm run evaluate --device wasm` takes over 200 texts of 32 tokens, one thread, the least of three rounds;
the rounds go through all models in turn, so that a busy machine slows all alike. Only the ratio means something elsewhere.
"""

import argparse
import json
import os
import random
import subprocess
import tempfile
from pathlib import Path

import torch
from transformers import DistilBertConfig, DistilBertForSequenceClassification

from lib.encoder import load_tokenizer
from lib.folder import FILES, golden, pack_file, unpack_to, write_configs, write_manifest
from lib.graphs import write_graphs
from lib.labels import LABELS

ROUNDS = 3
WORDS = "i feel like today was a long day and my friends went home before the rain came so we had to wait for the next train"  # 27 words


def distilbert_shaped(folder: Path, tokenizer_of: Path) -> Path:
    """The seed's cost with random weights, over somebody's tokenizer: the same token ids, the seed's sizes."""
    torch.manual_seed(0)
    model = DistilBertForSequenceClassification(DistilBertConfig(num_labels=len(LABELS))).eval()
    tokenizer = load_tokenizer(tokenizer_of)
    write_graphs(model, folder / "onnx")
    write_configs(model, tokenizer, folder)
    sentences = golden(folder, tokenizer)
    write_manifest(folder, "research", {"temperature": 1.0, "threshold": 0.5}, sentences, [pack_file(folder, name) for name in FILES])
    return folder


def seconds(model: Path, rows: Path) -> float:
    command = ["npm", "run", "-s", "evaluate", "--", str(rows), "--device", "wasm"]
    done = subprocess.run(command, env={**os.environ, "EMOTION_MODEL": str(model)}, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.strip().splitlines()[-1])["seconds"]


def first_visit_bytes(model: Path) -> int:
    return sum(f["bytes"] for f in json.loads((model / "manifest.json").read_text())["files"] if "webgpu" not in f["path"])


def table_in(card: str, heading: str) -> list[str]:
    """The first row of a table of MODEL.md, by how it begins."""
    return next(([cell.strip() for cell in line.strip("|").split("|")] for line in card.splitlines() if line.startswith(f"| {heading}")), [])


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("candidates", type=Path, nargs="+")
    arguments.add_argument("--results", type=Path, default=Path("training/results"))
    options = arguments.parse_args()

    with tempfile.TemporaryDirectory() as place:
        runnable = unpack_to(options.candidates[0], Path(place) / "first")
        tokenizer = load_tokenizer(runnable)
        words = tokenizer.decode(tokenizer.encode(WORDS + " and again and again").ids[1:31]).split()
        rows, dice = Path(place) / "rows.jsonl", random.Random(42)
        texts = [" ".join(dice.sample(words, len(words))) for _ in range(200)]  # no text twice: the engine remembers readings
        rows.write_text("".join(json.dumps({"text": text, "label": "joy"}) + "\n" for text in texts))
        models = {"DistilBERT-shaped": distilbert_shaped(Path(place) / "distilbert", runnable)}
        models |= {c.name: c for c in options.candidates}
        times = {name: [] for name in models}
        for _ in range(ROUNDS):
            for name, model in models.items():
                times[name].append(seconds(model, rows))
        sizes = {name: first_visit_bytes(model) for name, model in models.items()}

    lines = ["# Frontier", "", "`python training/frontier.py public/model …` measures it; accuracy and F1 are those of each MODEL.md.", "",
             "| candidate | MB | time beside DistilBERT-shaped | validation accuracy | GoEmotions macro-F1 |", "|---|---|---|---|---|"]
    slowest = min(times["DistilBERT-shaped"])
    for name, model in models.items():
        card = (model / "MODEL.md").read_text() if (model / "MODEL.md").exists() else ""
        validation, others = table_in(card, "validation"), table_in(card, "goemotions")
        figures = f"{validation[1] if validation else ''} | {others[2] if others else ''}"
        lines.append(f"| {name} | {sizes[name] / 1e6:.2f} | {min(times[name]) / slowest:.2f} | {figures} |")
    options.results.mkdir(parents=True, exist_ok=True)
    (options.results / "frontier.md").write_text("\n".join(lines) + "\n")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
