"""
The mean of two models that were trained on one grid, the second of which went on from the first (weights averaged for robust fine-tuning, Wortsman et
al. 2022). What a few epochs more gain on the texts that they were for mostly stays at a third of the way, and what they lose elsewhere does not come.

    python training/mix.py --model training/out/research/student --other training/out/research/further --share 0.3 --to training/out/research/mixed

Reads   two folders as train.py writes them, with the same scales
Writes  TO: a folder of that kind, its weights on the same grid
"""

import argparse
import shutil
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from lib.grid import between


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--model", type=Path, required=True)
    arguments.add_argument("--other", type=Path, required=True)
    arguments.add_argument("--share", type=float, required=True, help="of the other: 0 is all the first, 1 all the other")
    arguments.add_argument("--to", type=Path, required=True)
    options = arguments.parse_args()
    scales, others = (load_file(folder / "scales.safetensors") for folder in (options.model, options.other))
    if scales.keys() != others.keys() or not all(torch.equal(scales[k], others[k]) for k in scales):
        raise SystemExit(f"{options.other} is on another grid than {options.model}: train it with --base {options.model}.")
    first, second = (load_file(folder / "model.safetensors") for folder in (options.model, options.other))
    mixed = {k: between(first[k], second[k], options.share, scales.get(k)) for k in first}
    shutil.copytree(options.other, options.to, ignore=shutil.ignore_patterns("state.pt", "table.md"), dirs_exist_ok=True)
    save_file(mixed, options.to / "model.safetensors", metadata={"format": "pt"})


if __name__ == "__main__":
    main()
