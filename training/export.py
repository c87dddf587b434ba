"""
Export a trained classifier: two graphs over one int8 weights file, tokenizer, manifest and MODEL.md, each proved first.

    python training/export.py --kind research --model training/out/research/student --to public/model

Reads   a folder written by train.py, training/results/KIND.json of evaluate.py, OUT/KIND/dev.jsonl and OUT/measured/*.jsonl
Writes  the model folder, complete or not at all: it is built beside its place and moved there when both graphs agree with the
        float model. The manifest is written last. About 2 minutes.

Temperature and threshold are those of evaluate.py, the temperature carried over to what the int8 graph says: it is a little surer than the float
model, and it is what nearly everybody runs.
"""

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
from safetensors.torch import load_file

from evaluate import SENTENCES, figures_of, measured_rows, sentence_rows
from lib.calibration import carried_over
from lib.encoder import load_model, load_tokenizer, predict
from lib.folder import FILES, GRAPHS, golden, pack_file, run_graph, write_configs, write_manifest
from lib.graphs import write_graphs
from lib.metrics import is_hit, rounded, softmax
from lib.model_card import model_card
from lib.rows import model_text, read_rows
from lib.sources import KINDS

MOST_LOST = 0.003  # accuracy, 0.3 point
LEAST_EQUAL = 0.99  # share of equal labels
CARRIED = 1_000  # development rows that the temperature is carried over on


def agreement(name: str, logits: np.ndarray, reference: np.ndarray, rows: list[dict]) -> dict:
    """How far a graph is from the float model; stops the export where it is too far."""
    equal = float((logits.argmax(1) == reference.argmax(1)).mean())
    lost = float(is_hit(reference, rows).mean() - is_hit(logits, rows).mean())
    assert equal >= LEAST_EQUAL, f"{name}.onnx agrees with the float model on {equal:.2%} of the rows; expected {LEAST_EQUAL:.0%}."
    assert lost <= MOST_LOST, f"{name}.onnx loses {lost:.2%} accuracy; at most {MOST_LOST:.1%} may be lost."
    return {"equal_labels": round(equal, 4), "accuracy_lost": round(lost, 4)}


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--kind", choices=list(KINDS), default="research")
    arguments.add_argument("--model", type=Path, required=True)
    arguments.add_argument("--to", type=Path, default=Path("public/model"))
    arguments.add_argument("--out", type=Path, default=Path("training/out"))
    arguments.add_argument("--results", type=Path, default=Path("training/results"), help="where evaluate.py wrote KIND.json")
    options = arguments.parse_args()
    results = options.results / f"{options.kind}.json"
    assert results.exists(), f"No {results}. It is written by evaluate.py."
    measured = json.loads(results.read_text())
    tokenizer, model = load_tokenizer(options.model), load_model(options.model)
    scales = load_file(options.model / "scales.safetensors") if (options.model / "scales.safetensors").exists() else {}

    building = options.to.with_name(options.to.name + ".building")
    shutil.rmtree(building, ignore_errors=True)
    write_graphs(model, building / "onnx", scales)

    # Agreement is measured on rows that the model may have been chosen by: the validation rows are no business of the open model.
    sets = measured_rows(options.out)
    rows = sets["validation"] if options.kind == "research" else [r for r in sets["goemotions"] if r["label"] != "neutral"]
    texts = [model_text(r) for r in rows]
    reference = predict(model, tokenizer, texts).numpy()
    agreements = {name: agreement(name, run_graph(building / f"onnx/{name}.onnx", tokenizer, texts), reference, rows) for name in GRAPHS}

    dev = [model_text(r) for r in read_rows(options.out / options.kind / "dev.jsonl")][:CARRIED]
    temperature = measured["calibration"]["temperature"]
    final = carried_over(temperature, predict(model, tokenizer, dev).numpy(), run_graph(building / "onnx/wasm.onnx", tokenizer, dev))
    calibration = {"temperature": round(final, 4), "threshold": round(measured["calibration"]["threshold"], 4)}

    write_configs(model, tokenizer, building)
    sets |= {name: sentence_rows(name) for name in SENTENCES}
    figures = figures_of(lambda texts: softmax(run_graph(building / "onnx/wasm.onnx", tokenizer, texts), final), sets, calibration["threshold"])
    sentences = golden(building, tokenizer)
    files = [pack_file(building, name) for name in FILES]
    card = model_card(options.kind, rounded(figures), measured, calibration, agreements, files, model.config)
    (building / "MODEL.md").write_text(card, encoding="utf-8")
    write_manifest(building, options.kind, calibration, sentences, files)

    shutil.rmtree(options.to, ignore_errors=True)
    building.rename(options.to)
    print(f"{options.to}: {sum(f['bytes'] for f in files) / 1e6:.2f} MB")
    print(json.dumps({name: {k: v for k, v in f.items() if k not in ("confusion", "f1")} for name, f in rounded(figures).items()}, indent=1))


if __name__ == "__main__":
    main()
