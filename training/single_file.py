"""
Two models as Transformers.js usually gets them, everything in one file, for `npm run bench` to put beside ours.

    python training/single_file.py --to training/out/bench

Reads   public/model
Writes  TO/shipped (our int8 graph and its weights in one onnx/model_quantized.onnx) and TO/seed (the seed's architecture and
        vocabulary of 30,522 words with random weights, in int8 by ONNX Runtime's own tool, as the files of dtype q8 on a hub are made;
        our tokenizer: both read the same token ids). About 20 seconds.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import DistilBertConfig, DistilBertForSequenceClassification

from lib.encoder import load_tokenizer
from lib.folder import unpack_to, write_configs
from lib.labels import LABELS

CONFIGS = ("config.json", "tokenizer.json", "tokenizer_config.json")


def write_single_file(model: Path, folder: Path) -> None:
    """Fold a model folder's WASM graph and weights into one file, under the name that dtype q8 asks for."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "onnx").mkdir(parents=True)
    onnx.save(onnx.load(model / "onnx/wasm.onnx"), folder / "onnx/model_quantized.onnx")
    for name in CONFIGS:
        shutil.copy(model / name, folder / name)


def write_seed(tokenizer_of: Path, folder: Path) -> None:
    """The seed's cost with random weights: exported by PyTorch, quantized by ONNX Runtime."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "onnx").mkdir(parents=True)
    torch.manual_seed(0)
    model = DistilBertForSequenceClassification(DistilBertConfig(num_labels=len(LABELS))).eval()
    ids, names = torch.ones(1, 8, dtype=torch.int64), ("input_ids", "attention_mask", "logits")
    torch.onnx.export(model, (ids, torch.ones_like(ids)), str(folder / "float.onnx"), input_names=names[:2], output_names=names[2:],
                      dynamic_axes={name: {0: "b", 1: "t"} for name in names[:2]} | {"logits": {0: "b"}}, opset_version=17, dynamo=False)
    quantize_dynamic(folder / "float.onnx", folder / "onnx/model_quantized.onnx", weight_type=QuantType.QInt8,
                     extra_options={"MatMulConstBOnly": True})
    (folder / "float.onnx").unlink()
    write_configs(model, load_tokenizer(tokenizer_of), folder)


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--model", type=Path, default=Path("public/model"))
    arguments.add_argument("--to", type=Path, default=Path("training/out/bench"))
    options = arguments.parse_args()

    with tempfile.TemporaryDirectory() as place:
        shipped = unpack_to(options.model, Path(place) / "shipped")
        write_single_file(shipped, options.to / "shipped")
        write_seed(shipped, options.to / "seed")


if __name__ == "__main__":
    main()
