"""
Put candidates side by side: bytes, time in Chromium beside a DistilBERT-shaped int8 model, and the figures that matter.

    python training/frontier.py training/out/shipped training/out/four-layers …

Reads   folders written by train.py and export.py's --to beside each (NAME-model), and training/results/NAME.json
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

from export import FILES, described, write_configs, write_manifest
from graphs import write_graphs
from labels import LABELS
from train import load_tokenizer

ROUNDS = 3
WORDS = "i feel like today was a long day and my friends went home before the rain came so we had to wait for the next train"  # 27 words


def distilbert_shaped(folder: Path, tokenizer_of: Path) -> Path:
    """The seed's cost with random weights, over somebody's tokenizer: the same token ids, the seed's sizes."""
    torch.manual_seed(0)
    model = DistilBertForSequenceClassification(DistilBertConfig(num_labels=len(LABELS))).eval()
    tokenizer = load_tokenizer(str(tokenizer_of))
    write_graphs(model, folder / "onnx")
    write_configs(model, tokenizer, folder)
    write_manifest(folder, tokenizer, {"temperature": 1.0, "threshold": 0.5}, [described(folder, name) for name in FILES])
    return folder


def seconds(model: Path, rows: Path) -> float:
    command = ["npm", "run", "-s", "evaluate", "--", str(rows), "--device", "wasm"]
    done = subprocess.run(command, env={**os.environ, "EMOTION_MODEL": str(model)}, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.strip().splitlines()[-1])["seconds"]


def first_visit_bytes(model: Path) -> int:
    return sum(f["bytes"] for f in json.loads((model / "manifest.json").read_text())["files"] if "webgpu" not in f["path"])


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("candidates", type=Path, nargs="+")
    arguments.add_argument("--results", type=Path, default=Path("training/results"))
    options = arguments.parse_args()

    with tempfile.TemporaryDirectory() as place:
        tokenizer = load_tokenizer(str(options.candidates[0]))
        words = tokenizer.decode(tokenizer.encode(WORDS + " and again and again").ids[1:31]).split()
        rows, dice = Path(place) / "rows.jsonl", random.Random(42)
        texts = [" ".join(dice.sample(words, len(words))) for _ in range(200)]  # no text twice: the engine remembers readings
        rows.write_text("".join(json.dumps({"text": text, "label": "joy"}) + "\n" for text in texts))
        models = {"DistilBERT-shaped": distilbert_shaped(Path(place) / "distilbert", options.candidates[0])}
        models |= {c.name: c.with_name(f"{c.name}-model") for c in options.candidates}
        times = {name: [] for name in models}
        for _ in range(ROUNDS):
            for name, model in models.items():
                times[name].append(seconds(model, rows))
        sizes = {name: first_visit_bytes(model) for name, model in models.items()}

    lines = ["# Frontier", "", "`python training/frontier.py training/out/shipped training/out/four-layers …` measures it; "
             "accuracy, F1 and shares are the float models', from NAME.json.", "",
             "| candidate | MB | time beside DistilBERT-shaped | accuracy | F1 | love F1 | surprise F1 | GoEmotions macro-F1 "
             "| neutral without label | emotional with label | sentences right | ECE |", "|" + "---|" * 12]
    slowest = min(times["DistilBERT-shaped"])
    for name in models:
        ratio = f"{min(times[name]) / slowest:.2f}"
        file = options.results / f"{name}.json"
        cells = [""] * 9
        if file.exists():
            f = json.loads(file.read_text())
            v, g = f["validation"], f["goemotions"]
            cells = [f"{x:.4f}" for x in (v["accuracy"], v["f1_weighted"], v["f1"]["love"], v["f1"]["surprise"], g["f1_macro"],
                                          g["neutral_unlabelled"], g["answered"], f["sentences"]["all"], v["ece"])]
        lines.append(f"| {name} | {sizes[name] / 1e6:.2f} | {ratio} | " + " | ".join(cells) + " |")
    options.results.mkdir(parents=True, exist_ok=True)
    (options.results / "frontier.md").write_text("\n".join(lines) + "\n")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
