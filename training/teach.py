"""
What trained models say of training rows, for a student to learn from (train.py --teacher).

    python training/teach.py --rows training/out/research/train.jsonl --teachers training/out/research/teacher-{1,2} --to training/out/research/taught.npy

Writes  the mean of the teachers' probabilities, float32 (N, 6), in the rows' order. The rows are read as they are, not varied.
"""

import argparse
from pathlib import Path

import numpy as np
import torch

from lib.encoder import DEVICE, load_model, load_tokenizer, predict
from lib.rows import read_rows


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--rows", type=Path, required=True)
    arguments.add_argument("--teachers", type=Path, nargs="+", required=True)
    arguments.add_argument("--to", type=Path, required=True)
    options = arguments.parse_args()
    texts = [r["text"] for r in read_rows(options.rows)]
    each = []
    for folder in options.teachers:
        with torch.autocast(DEVICE.type, torch.bfloat16):
            each.append(predict(load_model(folder).to(DEVICE), load_tokenizer(folder), texts, 512).softmax(1))
    np.save(options.to, torch.stack(each).mean(0).numpy())


if __name__ == "__main__":
    main()
