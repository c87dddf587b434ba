"""
Export a trained classifier: two graphs over one int8 weights file, tokenizer, manifest and MODEL.md, each proved first.

    python training/export.py --model training/out/shipped --to public/model

Reads   a folder written by train.py, training/results/NAME.json of evaluate.py, training/out/data/{validation,heldout}.jsonl
Writes  the model folder, complete or not at all: it is built beside its place and moved there when both graphs agree with the
        float model. The manifest is written last. About 1 minute.

Temperature and threshold are fitted on what the int8 graph says of the held-out rows: it is a little surer than the float model, and
it is what nearly everybody runs.
"""

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

import card
from evaluate import behaviour, calibrated, metrics, rounded, softmax, truth_of
from graphs import WEIGHTS_FILE, write_graphs
from labels import LABELS
from train import MAX_TOKENS, load_model, load_tokenizer, predict, read_rows

FILES = ["config.json", "tokenizer.json", "tokenizer_config.json", f"onnx/{WEIGHTS_FILE}", "onnx/wasm.onnx", "onnx/webgpu.onnx"]
MOST_LOST = 0.003  # accuracy, 0.3 point
LEAST_EQUAL = 0.99  # share of equal labels


def run_graph(path: Path, tokenizer: Tokenizer, texts: list[str]) -> np.ndarray:
    """Logits (N, 6), one text a call and node by node, as the browser runs them: the native optimizer fuses what its own does not."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    logits = []
    for encoding in tokenizer.encode_batch(texts):
        ids = np.array([encoding.ids], dtype=np.int64)
        logits.append(session.run(["logits"], {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0][0])
    return np.array(logits)


def agreement(name: str, logits: np.ndarray, reference: np.ndarray, truth: np.ndarray) -> dict:
    """How far a graph is from the float model; stops the export where it is too far."""
    equal = float((logits.argmax(1) == reference.argmax(1)).mean())
    lost = float((reference.argmax(1) == truth).mean() - (logits.argmax(1) == truth).mean())
    print(f"{name:7} equal labels {equal:.2%}, accuracy lost {lost:+.4f}, largest logit difference {abs(logits - reference).max():.3f}")
    assert equal >= LEAST_EQUAL, f"{name}.onnx agrees with the float model on {equal:.1%} of the rows; expected {LEAST_EQUAL:.0%}."
    assert lost <= MOST_LOST, f"{name}.onnx loses {lost:.2%} accuracy; at most {MOST_LOST:.1%} may be lost."
    return {"equal_labels": round(equal, 4), "accuracy_lost": round(lost, 4)}


def figures_of(graph: Path, tokenizer: Tokenizer, calibration: dict, data: Path) -> dict:
    """What the graph that ships says of every measured set."""
    sets = {"validation": data / "validation.jsonl", "goemotions": data / "goemotions.jsonl", "sentences": Path(__file__).parent / "sentences.jsonl"}
    figures = {}
    for name, path in sets.items():
        rows = read_rows(path)
        scores = softmax(run_graph(graph, tokenizer, [r["text"] for r in rows]), calibration["temperature"])
        figures[name] = (behaviour if name == "sentences" else metrics)(scores, rows, calibration["threshold"])
    return figures


def described(folder: Path, name: str) -> dict:
    data = (folder / name).read_bytes()
    return {"path": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def write_configs(model, tokenizer: Tokenizer, folder: Path) -> None:
    """The few fields that Transformers.js reads. Labels come from the manifest; these are for other users of the folder."""
    kind = model.config.model_type
    config = {"model_type": kind, "architectures": [type(model).__name__], "id2label": dict(enumerate(LABELS)),
              "label2id": {name: i for i, name in enumerate(LABELS)}}
    (folder / "config.json").write_text(json.dumps(config, indent=1))
    settings = {"tokenizer_class": "BertTokenizer", "do_lower_case": True, "model_max_length": MAX_TOKENS,
                "model_input_names": ["input_ids", "attention_mask"]}
    settings |= {f"{n}_token": f"[{n.upper()}]" for n in ("unk", "sep", "pad", "cls", "mask")}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings, indent=1))
    tokenizer.no_truncation()
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)


def write_manifest(folder: Path, tokenizer: Tokenizer, calibration: dict, files: list[dict]) -> None:
    """Written last: its existence means that the folder is complete. The golden logits are those of the float-arithmetic graph."""
    golden = (Path(__file__).parent / "golden.txt").read_text(encoding="utf-8").splitlines()
    logits = run_graph(folder / "onnx/webgpu.onnx", tokenizer, golden)
    manifest = {"version": 1, "files": files, "labels": LABELS, **calibration, "maxTokens": MAX_TOKENS,
                "golden": [{"text": t, "logits": [round(float(x), 4) for x in l]} for t, l in zip(golden, logits)]}
    (folder / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--model", type=Path, required=True)
    arguments.add_argument("--to", type=Path, default=Path("public/model"))
    arguments.add_argument("--data", type=Path, default=Path("training/out/data"))
    arguments.add_argument("--results", type=Path, default=Path("training/results"), help="where evaluate.py wrote NAME.json")
    options = arguments.parse_args()
    results = options.results / f"{options.model.name}.json"
    assert results.exists(), f"No {results}. It is written by evaluate.py."
    measured = json.loads(results.read_text())
    tokenizer, model = load_tokenizer(str(options.model)), load_model(str(options.model))

    building = options.to.with_name(options.to.name + ".building")
    shutil.rmtree(building, ignore_errors=True)
    write_graphs(model, building / "onnx")

    rows = read_rows(options.data / "validation.jsonl")
    texts, truth = [r["text"] for r in rows], truth_of(rows)
    reference = predict(model, tokenizer, texts).numpy()
    graphs = {name: run_graph(building / f"onnx/{name}.onnx", tokenizer, texts) for name in ("wasm", "webgpu")}
    agreements = {name: agreement(name, logits, reference, truth) for name, logits in graphs.items()}

    held_out = read_rows(options.data / "heldout.jsonl")
    calibration = calibrated(run_graph(building / "onnx/wasm.onnx", tokenizer, [r["text"] for r in held_out]), held_out)
    write_configs(model, tokenizer, building)
    figures = figures_of(building / "onnx/wasm.onnx", tokenizer, calibration, options.data)
    files = [described(building, name) for name in FILES]
    (building / "MODEL.md").write_text(card.model_card(rounded(figures), measured, calibration, agreements, files), encoding="utf-8")
    write_manifest(building, tokenizer, calibration, files)

    shutil.rmtree(options.to, ignore_errors=True)
    building.rename(options.to)
    print(f"{options.to}: {sum(f['bytes'] for f in files) / 1e6:.2f} MB, accuracy {figures['validation']['accuracy']:.4f} on {len(rows)} rows")


if __name__ == "__main__":
    main()
