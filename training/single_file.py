"""
Two models as Transformers.js usually gets them, everything in one file, for `npm run bench` to put beside ours.

    python training/single_file.py --to training/out/bench

Reads   public/model
Writes  TO/shipped (our int8 graph and its weights in one onnx/model_quantized.onnx) and TO/seed (the seed's architecture and
        vocabulary of 30,522 words in int8, random weights, our tokenizer: both read the same token ids). About 20 seconds.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

import onnx

from frontier import distilbert_shaped
from lib.folder import unpack_to

CONFIGS = ("config.json", "tokenizer.json", "tokenizer_config.json")


def write_single_file(model: Path, folder: Path) -> None:
    """Fold a model folder's WASM graph and weights into one file, under the name that dtype q8 asks for."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "onnx").mkdir(parents=True)
    onnx.save(onnx.load(model / "onnx/wasm.onnx"), folder / "onnx/model_quantized.onnx")
    for name in CONFIGS:
        shutil.copy(model / name, folder / name)


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--model", type=Path, default=Path("public/model"))
    arguments.add_argument("--to", type=Path, default=Path("training/out/bench"))
    options = arguments.parse_args()

    with tempfile.TemporaryDirectory() as place:
        shipped = unpack_to(options.model, Path(place) / "shipped")
        write_single_file(shipped, options.to / "shipped")
        seed = distilbert_shaped(Path(place) / "packed", shipped)
        write_single_file(unpack_to(seed, Path(place) / "seed"), options.to / "seed")


if __name__ == "__main__":
    main()
