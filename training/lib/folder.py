"""A model's folder as browsers get it: graphs, weights, tokenizer, each packed for the way, and a manifest of them all."""

import gzip
import hashlib
import io
import json
import zlib
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from .encoder import MAX_TOKENS
from .labels import LABELS
from .weights import WEIGHTS_FILE

ENDING = ".gzip"  # not .gz: hosts send such files as encoded, and browsers then unpack them before their hash is taken
GRAPHS = ("wasm", "webgpu")
FILES = ["config.json", "tokenizer_config.json", "tokenizer.json", f"onnx/{WEIGHTS_FILE}", *(f"onnx/{name}.onnx" for name in GRAPHS)]
SMALL = 1_000  # bytes that are not worth packing
GOLDEN = Path(__file__).parent.parent / "golden.txt"


def run_graph(path: Path, tokenizer: Tokenizer, texts: list[str]) -> np.ndarray:
    """Logits (N, 6), one text a call and node by node, as the browser runs them: the native optimizer fuses what its own does not."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    logits = []
    for encoding in tokenizer.encode_batch(texts):
        ids = np.array([encoding.ids], dtype=np.int64)
        logits.append(session.run(["logits"], {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0][0])
    return np.array(logits).reshape(-1, len(LABELS))


def packed(data: bytes, huffman_only: bool) -> bytes:
    """
    gzip without a name or a date. Weights on a grid of few bits repeat no strings, only values: Huffman codes alone make them smaller than with
    matches, and unpack faster.
    """
    if not huffman_only:
        buffer = io.BytesIO()
        with gzip.GzipFile(fileobj=buffer, mode="wb", compresslevel=9, mtime=0, filename="") as file:
            file.write(data)
        return buffer.getvalue()
    deflate = zlib.compressobj(9, zlib.DEFLATED, 31, 9, zlib.Z_HUFFMAN_ONLY)
    return deflate.compress(data) + deflate.flush()


def unpack_to(model: Path, folder: Path) -> Path:
    """A model folder as it is run: every file of the manifest unpacked, under the name by which it is run."""
    for file in json.loads((model / "manifest.json").read_text())["files"]:
        data = (model / file["path"]).read_bytes()
        target = folder / file["path"].removesuffix(ENDING)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(gzip.decompress(data) if "raw" in file else data)
    return folder


def facts(data: bytes) -> dict:
    return {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def pack_file(folder: Path, name: str) -> dict:
    """Replace a file by its packed form; gives its entry in the manifest, `raw` being what is run."""
    path = folder / name
    data = path.read_bytes()
    if len(data) <= SMALL:
        return {"path": name, **facts(data)}
    small = packed(data, huffman_only=name.endswith(".bin"))
    path.with_name(path.name + ENDING).write_bytes(small)
    path.unlink()
    return {"path": f"{name}{ENDING}", **facts(small), "raw": facts(data)}


def write_configs(model, tokenizer: Tokenizer, folder: Path) -> None:
    """The few fields that Transformers.js reads. Labels come from the manifest; these are for other users of the folder."""
    config = {"model_type": model.config.model_type, "architectures": [type(model).__name__], "id2label": dict(enumerate(LABELS)),
              "label2id": {name: i for i, name in enumerate(LABELS)}}
    (folder / "config.json").write_text(json.dumps(config, indent=1))
    settings = {"tokenizer_class": "BertTokenizer", "do_lower_case": True, "model_max_length": MAX_TOKENS,
                "model_input_names": ["input_ids", "attention_mask"]}
    settings |= {f"{n}_token": f"[{n.upper()}]" for n in ("unk", "sep", "pad", "cls", "mask")}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings, indent=1))
    tokenizer.no_truncation()
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    tokenizer.enable_truncation(MAX_TOKENS)


def golden(folder: Path, tokenizer: Tokenizer) -> list[dict]:
    """Sentences with the logits of the float-arithmetic graph. They are plain: the preparation leaves them as they are."""
    texts = GOLDEN.read_text(encoding="utf-8").splitlines()
    logits = run_graph(folder / "onnx/webgpu.onnx", tokenizer, texts)
    return [{"text": text, "logits": [round(float(x), 4) for x in one]} for text, one in zip(texts, logits)]


def write_manifest(folder: Path, name: str, calibration: dict, sentences: list[dict], files: list[dict]) -> None:
    """Written last: its existence means that the folder is complete."""
    manifest = {"version": 2, "name": name, "files": files, "labels": LABELS, **calibration, "maxTokens": MAX_TOKENS, "golden": sentences}
    (folder / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
