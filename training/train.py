"""
Fine-tune an encoder on the rows that data.py wrote. The defaults are the settings of the seed's model card.

    python training/train.py --base distilbert-base-uncased --rows training/out/card.jsonl --to training/out/card

Reads   a base (Hub name, or a folder such as vocabulary.py writes) and rows
Writes  TO: the float model of the last epoch, its tokenizer, scales.safetensors where it was trained on a grid, and table.md (the card's table)
Runs on a GPU where there is one. An interrupted run goes on with the same command: each epoch leaves its state in TO.
"""

import argparse
import time
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from sklearn.metrics import accuracy_score, f1_score
from torch.nn import functional as F

from lib.batches import Batch, Rows
from lib.encoder import DEVICE, keep_layers, load_model, load_tokenizer, narrow, predict, without_attention_dropout
from lib.grid import put_on_grid, take_off_grid
from lib.labels import LABELS
from lib.rows import model_text, read_rows

IMPORTANCE_BATCHES = 60
TAUGHT = 0.65  # the teacher's part of a row's loss
OWN = ("written", "templates", "feelings")  # there for what no teacher knows


def loss_of(logits: torch.Tensor, batch: Batch, teacher: torch.Tensor | None, by_teacher: torch.Tensor | None) -> torch.Tensor:
    """
    Cross-entropy to the rows' labels; for a row that only excludes labels, -log of the probability of the others together; and where a teacher
    read the row, most of its loss is the divergence from what the teacher says (distillation, Hinton et al. 2015, at temperature 1).
    """
    logs = F.log_softmax(logits.float(), 1)
    whole = -(batch.targets * logs).sum(1)
    possible = -torch.logsumexp(logs + (1 - batch.allowed) * -1e4, 1)
    loss = torch.where(batch.partial, possible, whole)
    if teacher is not None and by_teacher is not None:
        taught = (teacher * (teacher.clamp(min=1e-6).log() - logs)).sum(1)
        loss = torch.where(by_teacher, (1 - TAUGHT) * loss + TAUGHT * taught, loss)
    return (loss * batch.weights).sum() / batch.weights.sum()


def table_row(train_loss: float, epoch: int, step: int, logits: torch.Tensor, rows: list[dict]) -> list[str]:
    truth, guess = [LABELS.index(r["label"]) for r in rows], logits.argmax(1).tolist()
    loss = F.cross_entropy(logits, torch.tensor(truth)).item()
    return [f"{train_loss:.4f}", f"{epoch}.0", str(step), f"{loss:.4f}", f"{accuracy_score(truth, guess):.4f}",
            f"{f1_score(truth, guess, average='weighted'):.4f}"]


def write_table(path: Path, options: argparse.Namespace, lines: list[list[str]], minutes: float) -> None:
    heading = ["Training loss", "Epoch", "Step", "Validation loss", "Accuracy", "F1 (weighted)"]
    settings = ", ".join(f"{k.replace('_', ' ')} {v}" for k, v in vars(options).items() if k not in ("to", "rows", "base", "teacher", "watch") and v)
    where = torch.cuda.get_device_name() if DEVICE.type == "cuda" else f"{torch.get_num_threads()} threads"
    text = f"# {options.to.name}\n\nBase: {Path(options.base).name}. Rows: {options.rows.parent.name}/{options.rows.name}. Settings: {settings}.\n"
    text += f"{time.strftime('%Y-%m-%d')}, {minutes:.1f} minutes on {where}.\n\n"
    text += "\n".join("| " + " | ".join(cells) + " |" for cells in [heading, ["---"] * len(heading), *lines]) + "\n"
    path.write_text(text, encoding="utf-8")


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--base", default="distilbert-base-uncased")
    arguments.add_argument("--rows", type=Path, required=True)
    arguments.add_argument("--to", type=Path, required=True)
    arguments.add_argument("--watch", type=Path, help="rows whose accuracy is printed after each epoch; nothing is chosen by it")
    arguments.add_argument("--lr", type=float, default=2e-5)
    arguments.add_argument("--batch", type=int, default=124)
    arguments.add_argument("--epochs", type=int, default=5)
    arguments.add_argument("--seed", type=int, default=42)
    arguments.add_argument("--warmup", type=float, default=0.0, help="share of the steps")
    arguments.add_argument("--vary", action="store_true", help="vary the form of the texts (lib/variants.py)")
    arguments.add_argument("--no-attention-dropout", action="store_true")
    arguments.add_argument("--layers", type=lambda s: [int(i) for i in s.split(",")], help="layers to keep, as 0,2,4,5; default all")
    arguments.add_argument("--width", type=int, help="inner neurons of each feed-forward part to keep")
    arguments.add_argument("--bits", type=int, help="train on a grid of so many bits a weight")
    arguments.add_argument("--word-bits", type=int, help="the same for the word table; default as --bits")
    arguments.add_argument("--teacher", type=Path, help="what teach.py wrote for these rows")
    arguments.add_argument("--without", nargs="*", default=[], help="sources to leave out")
    options = arguments.parse_args()

    torch.manual_seed(options.seed)
    rows, watched = read_rows(options.rows), read_rows(options.watch) if options.watch else []
    scores = torch.tensor(np.load(options.teacher)) if options.teacher else None
    assert scores is None or len(scores) == len(rows), f"{options.teacher} was written for other rows: {len(scores)} and not {len(rows)}."
    tokenizer, model = load_tokenizer(options.base), load_model(options.base).to(DEVICE)
    if options.without:
        kept = [i for i, r in enumerate(rows) if r["source"] not in options.without]
        rows, scores = [rows[i] for i in kept], scores[kept] if scores is not None else None
    known = torch.tensor([scores is not None and r["source"] not in OWN for r in rows])

    data = Rows(rows, tokenizer, options.batch, options.seed, options.vary)

    def loss_on(batch: Batch) -> torch.Tensor:
        teacher = scores[batch.numbers].to(DEVICE) if scores is not None else None
        with torch.autocast(DEVICE.type, torch.bfloat16):
            logits = model(input_ids=batch.ids, attention_mask=batch.mask).logits
        return loss_of(logits, batch, teacher, known[batch.numbers].to(DEVICE))

    if options.layers:
        keep_layers(model, options.layers)
    if options.no_attention_dropout:
        without_attention_dropout(model)
    if options.width:
        model.eval()
        narrow(model, options.width, (loss_on(batch) for batch, _ in zip(data.epoch(0, 0), range(IMPORTANCE_BATCHES))))
    if options.bits:
        before = Path(options.base) / "scales.safetensors"
        put_on_grid(model, options.bits, options.word_bits or options.bits, load_file(before) if before.exists() else None)

    steps, warmup = data.per_epoch * options.epochs, options.warmup * data.per_epoch * options.epochs
    optimizer = torch.optim.Adam(model.parameters(), lr=options.lr, betas=(0.9, 0.999), eps=1e-8, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / max(warmup, 1), max(0.0, (steps - s) / max(steps - warmup, 1)), 1.0))

    options.to.mkdir(parents=True, exist_ok=True)
    state_file, lines, first, step, minutes = options.to / "state.pt", [], 1, 0, 0.0
    if state_file.exists():
        state = torch.load(state_file, weights_only=True, map_location=DEVICE)
        model.load_state_dict(state["model"]), optimizer.load_state_dict(state["optimizer"]), schedule.load_state_dict(state["schedule"])
        lines, first, step, minutes = state["lines"], state["epoch"] + 1, state["step"], state["minutes"]
        torch.set_rng_state(state["dice"].cpu())  # the dropout of the epochs to come, as if nothing had happened
        print(f"resuming at epoch {first}")

    model.train()
    for epoch in range(first, options.epochs + 1):
        started, total, count = time.time(), torch.zeros((), device=DEVICE), 0
        for batch in data.epoch(epoch, options.epochs):
            loss = loss_on(batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step(), schedule.step(), optimizer.zero_grad()
            total, step, count = total + loss.detach(), step + 1, count + 1
        minutes += (time.time() - started) / 60
        mean = (total / count).item()
        lines.append(table_row(mean, epoch, step, predict(model, tokenizer, [model_text(r) for r in watched]), watched) if watched else
                     [f"{mean:.4f}", f"{epoch}.0", str(step), "", "", ""])
        print(options.to.name, " | ".join(lines[-1]), f"| {minutes:.1f} min", flush=True)
        torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(), "lines": lines,
                    "epoch": epoch, "step": step, "minutes": minutes, "dice": torch.get_rng_state()}, state_file)

    scales = take_off_grid(model)
    model.save_pretrained(options.to)
    if scales:
        save_file(scales, options.to / "scales.safetensors")
    tokenizer.no_truncation()
    tokenizer.save(str(options.to / "tokenizer.json"))
    write_table(options.to / "table.md", options, lines, minutes)


if __name__ == "__main__":
    main()
