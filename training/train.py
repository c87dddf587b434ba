"""
Fine-tune an encoder on the rows that data.py wrote. The defaults are the settings of the seed's model card.

    python training/train.py --base distilbert-base-uncased --name card

Reads   a base (Hub name, or a folder such as vocabulary.py writes) and training/out/data/*.jsonl
Writes  training/out/NAME (the float model of the last epoch) and training/results/NAME.md (the card's table)
MiniLM-L6 takes about 7 minutes with the card's settings on two cores with bfloat16 units. An interrupted run resumes with the
same command: each epoch leaves its state in training/out/NAME.
"""

import argparse
import json
import math
import random
import time
from pathlib import Path

import torch
from sklearn.metrics import accuracy_score, f1_score
from tokenizers import Tokenizer
from torch.nn import functional as F
from transformers import AutoModelForSequenceClassification, AutoTokenizer

import form
from labels import LABELS, NEUTRAL

MAX_TOKENS = 128
CHUNK = 32  # batches sorted by length together: little padding, still well mixed


def read_rows(path: Path) -> list[dict]:
    assert path.exists(), f"No rows at {path}. They are written by data.py."
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def load_tokenizer(base: str) -> Tokenizer:
    folder = Path(base)
    if (folder / "tokenizer.json").exists():
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    else:
        tokenizer = Tokenizer.from_str(AutoTokenizer.from_pretrained(base).backend_tokenizer.to_str())
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer


def load_model(base: str) -> torch.nn.Module:
    names = dict(enumerate(LABELS))
    return AutoModelForSequenceClassification.from_pretrained(
        base, num_labels=len(LABELS), id2label=names, label2id={name: i for i, name in names.items()}, attn_implementation="eager")


def keep_layers(model: torch.nn.Module, layers: list[int]) -> None:
    """Leave only these layers of the encoder, in this order."""
    stack = model.base_model.encoder if hasattr(model.base_model, "encoder") else model.base_model.transformer
    stack.layer = torch.nn.ModuleList(stack.layer[i] for i in layers)
    model.config.num_hidden_layers = len(layers)


def without_attention_dropout(model: torch.nn.Module) -> None:
    """PyTorch draws masks on a CPU one number at a time: those over the attention scores take a third of a step."""
    for module in model.modules():
        if type(module).__name__.endswith("SelfAttention"):
            module.dropout.p = 0.0


def target_of(row: dict) -> list[float]:
    """The distribution to learn: one emotion, or none of them (outlier exposure, Hendrycks et al. 2019); halfway to a teacher's, if any."""
    neutral = row["label"] == NEUTRAL
    target = [1 / len(LABELS) if neutral else float(row["label"] == name) for name in LABELS]
    return [(a + b) / 2 for a, b in zip(target, row.get("teacher", target))]


def taught(rows: list[dict], folders: list[str]) -> list[dict]:
    """
    The rows with the mean scores of trained models beside their label (distillation, Hinton et al. 2015, at temperature 1). Our own
    sentences keep their label alone: they are there for what the teachers do not know.
    """
    public = [r for r in rows if r["source"] != "own"]
    with torch.autocast("cpu", torch.bfloat16):
        each = [predict(load_model(folder), load_tokenizer(folder), [r["text"] for r in public]).softmax(1) for folder in folders]
    scores = iter(torch.stack(each).mean(0).tolist())
    return [r if r["source"] == "own" else {**r, "teacher": next(scores)} for r in rows]


def collate(encoded: list[list[int]], rows: list[dict]) -> tuple[torch.Tensor, ...]:
    longest = max(map(len, encoded))
    ids = torch.tensor([e + [0] * (longest - len(e)) for e in encoded])  # (B, T)
    mask = torch.tensor([[1] * len(e) + [0] * (longest - len(e)) for e in encoded])  # (B, T)
    targets = torch.tensor([target_of(r) for r in rows])  # (B, 6)
    weights = torch.tensor([r.get("weight", 1.0) for r in rows])  # (B,)
    return ids, mask, targets, weights


def batches(rows: list[dict], tokenizer: Tokenizer, size: int, dice: random.Random, varied: bool):
    """One epoch: the rows drawn by their share, their form varied, in batches of near-equal length and random order."""
    drawn = [r for r in rows if dice.random() < r.get("share", 1.0)]
    dice.shuffle(drawn)
    texts = [form.vary(r["text"], r["label"], dice) if varied else r["text"] for r in drawn]
    encoded = [e.ids for e in tokenizer.encode_batch(texts)]
    order = []
    for start in range(0, len(drawn), CHUNK * size):
        chunk = sorted(range(start, min(start + CHUNK * size, len(drawn))), key=lambda i: len(encoded[i]))
        cut = [chunk[i : i + size] for i in range(0, len(chunk), size)]
        dice.shuffle(cut)
        order += cut
    return [collate([encoded[i] for i in batch], [drawn[i] for i in batch]) for batch in order]


def loss_of(logits: torch.Tensor, targets: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    return (F.cross_entropy(logits.float(), targets, reduction="none") * weights).sum() / weights.sum()


@torch.no_grad()
def predict(model: torch.nn.Module, tokenizer: Tokenizer, texts: list[str], size: int = 64) -> torch.Tensor:
    """Logits in float32, (len(texts), 6), in the order of the texts."""
    model.eval()
    encoded = [e.ids for e in tokenizer.encode_batch(texts)]
    order = sorted(range(len(texts)), key=lambda i: len(encoded[i]))
    logits = torch.zeros(len(texts), len(LABELS))
    for start in range(0, len(order), size):
        batch = order[start : start + size]
        ids, mask, _, _ = collate([encoded[i] for i in batch], [{"label": NEUTRAL}] * len(batch))
        logits[batch] = model(input_ids=ids, attention_mask=mask).logits.float()
    return logits


def table_row(train_loss: float, epoch: int, step: int, logits: torch.Tensor, rows: list[dict]) -> list[str]:
    truth = [LABELS.index(r["label"]) for r in rows]
    guess = logits.argmax(1).tolist()
    loss = F.cross_entropy(logits, torch.tensor(truth)).item()
    return [f"{train_loss:.4f}", f"{epoch}.0", str(step), f"{loss:.4f}", f"{accuracy_score(truth, guess):.4f}",
            f"{f1_score(truth, guess, average='weighted'):.4f}"]


def write_table(path: Path, options: argparse.Namespace, lines: list[list[str]], minutes: float) -> None:
    heading = ["Training loss", "Epoch", "Step", "Validation loss", "Accuracy", "F1 (weighted)"]
    told = {**vars(options), "teacher": " and ".join(Path(folder).name for folder in options.teacher or [])}
    settings = ", ".join(f"{k} {v}" for k, v in told.items() if k not in ("data", "to", "results", "base") and v)
    text = f"# {options.name}\n\nBase: {Path(options.base).name}. Settings: {settings}.\n"
    text += f"{time.strftime('%Y-%m-%d')}, {minutes:.0f} minutes on {torch.get_num_threads()} threads.\n\n"
    text += "\n".join("| " + " | ".join(cells) + " |" for cells in [heading, ["---"] * len(heading), *lines]) + "\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--base", default="distilbert-base-uncased")
    arguments.add_argument("--name", default="card")
    arguments.add_argument("--rows", default="card", choices=["card", "mixed", "settled"])
    arguments.add_argument("--lr", type=float, default=2e-5)
    arguments.add_argument("--batch", type=int, default=124)
    arguments.add_argument("--epochs", type=int, default=5)
    arguments.add_argument("--seed", type=int, default=42)
    arguments.add_argument("--warmup", type=float, default=0.0, help="share of the steps")
    arguments.add_argument("--vary", action="store_true", help="vary the form of the texts (form.py)")
    arguments.add_argument("--no-attention-dropout", action="store_true")
    arguments.add_argument("--layers", type=lambda s: [int(i) for i in s.split(",")], help="layers to keep, as 0,2,4,5; default all")
    arguments.add_argument("--teacher", nargs="+", help="trained folders whose mean scores count half")
    arguments.add_argument("--data", type=Path, default=Path("training/out/data"))
    arguments.add_argument("--to", type=Path, default=Path("training/out"))
    arguments.add_argument("--results", type=Path, default=Path("training/results"))
    options = arguments.parse_args()

    torch.manual_seed(options.seed)
    rows, validation = read_rows(options.data / f"{options.rows}.jsonl"), read_rows(options.data / "validation.jsonl")
    try:
        tokenizer, model = load_tokenizer(options.base), load_model(options.base)
    except OSError as error:
        raise SystemExit(f"No base encoder at {options.base}. Name a Hub encoder at hand or a local folder.\n{error}") from error

    if options.layers:
        keep_layers(model, options.layers)
    if options.no_attention_dropout:
        without_attention_dropout(model)
    if options.teacher:
        rows = taught(rows, options.teacher)

    per_epoch = math.ceil(sum(r.get("share", 1.0) for r in rows) / options.batch)
    steps, warmup = per_epoch * options.epochs, options.warmup * per_epoch * options.epochs
    optimizer = torch.optim.Adam(model.parameters(), lr=options.lr, betas=(0.9, 0.999), eps=1e-8, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / max(warmup, 1), max(0.0, (steps - s) / max(steps - warmup, 1)), 1.0))

    folder = options.to / options.name
    folder.mkdir(parents=True, exist_ok=True)
    state_file, lines, first, step, minutes = folder / "state.pt", [], 1, 0, 0.0
    if state_file.exists():
        state = torch.load(state_file, weights_only=True)
        model.load_state_dict(state["model"]), optimizer.load_state_dict(state["optimizer"]), schedule.load_state_dict(state["schedule"])
        lines, first, step, minutes = state["lines"], state["epoch"] + 1, state["step"], state["minutes"]
        torch.set_rng_state(state["dice"])  # the dropout of the epochs to come, as if nothing had happened
        print(f"resuming at epoch {first}")

    for epoch in range(first, options.epochs + 1):
        started, total = time.time(), 0.0
        epoch_batches = batches(rows, tokenizer, options.batch, random.Random(options.seed * 1000 + epoch), options.vary)
        model.train()
        for ids, mask, targets, weights in epoch_batches:
            with torch.autocast("cpu", torch.bfloat16):
                loss = loss_of(model(input_ids=ids, attention_mask=mask).logits, targets, weights)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step(), schedule.step(), optimizer.zero_grad()
            total, step = total + loss.item(), step + 1
        logits = predict(model, tokenizer, [r["text"] for r in validation])
        minutes += (time.time() - started) / 60
        lines.append(table_row(total / len(epoch_batches), epoch, step, logits, validation))
        print(" | ".join(lines[-1]), f"| {minutes:.1f} min", flush=True)
        torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(), "lines": lines,
                    "epoch": epoch, "step": step, "minutes": minutes, "dice": torch.get_rng_state()}, state_file)

    model.save_pretrained(folder)
    tokenizer.no_truncation()
    tokenizer.save(str(folder / "tokenizer.json"))
    write_table(options.results / f"{options.name}.md", options, lines, minutes)


if __name__ == "__main__":
    main()
