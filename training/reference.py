"""
Read texts with the shipped graph in Python: what the browser has to agree with.

    python training/reference.py < parts.jsonl > e2e/engine/parity.jsonl

Reads   lines {"text", "parts": [{"start", "end"}]}, offsets in UTF-16 units, as `npm run reference` asks for them
Writes  the same with the six probabilities of each part, in the order of the labels, as wasm.onnx gives them on onnxruntime's CPU

On a processor with FMA they differ by some thousandths from the browser's; `npm run reference` emulates one without.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from lib.encoder import load_tokenizer
from lib.folder import run_graph, unpack_to
from lib.metrics import softmax
from lib.rows import prepared


def utf16_slice(text: str, start: int, end: int) -> str:
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--model", type=Path, default=Path("public/model"))
    options = arguments.parse_args()
    temperature = json.loads((options.model / "manifest.json").read_text())["temperature"]
    rows = [json.loads(line) for line in sys.stdin]
    texts = prepared([utf16_slice(r["text"], p["start"], p["end"]) for r in rows for p in r["parts"]])
    with tempfile.TemporaryDirectory() as place:
        model = unpack_to(options.model, Path(place))
        scores = iter(softmax(run_graph(model / "onnx/wasm.onnx", load_tokenizer(model), texts), temperature))
    for r in rows:
        parts = [{**p, "scores": [round(float(s), 6) for s in next(scores)]} for p in r["parts"]]
        print(json.dumps({"text": r["text"], "parts": parts}, ensure_ascii=False))


if __name__ == "__main__":
    main()
