"""
Make a base encoder small before training: fewer words and positions.

    python training/vocabulary.py --base BASE --rows training/out/research/train.jsonl --to training/out/research/base

Reads a Hub name or local folder. Writes a folder that train.py takes as its base: model, tokenizer.json, config. About 20 s.

The word pieces that the training rows use most often stay, and every single character (alone or as ##continuation) of Latin letters, digits and
marks: a word that they could spell before can still be spelled, it only takes more pieces. Characters of other scripts go.
"""

import argparse
import json
import unicodedata
from collections import Counter
from pathlib import Path

import torch
from tokenizers import Tokenizer
from transformers import AutoModel, AutoTokenizer

from lib.rows import read_rows

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
WHERE = "Name a Hub encoder that is at hand (distilbert-base-uncased) or a local folder with config.json, weights and tokenizer."


def tokenizer_json(base: str) -> dict:
    try:
        tokenizer = json.loads(AutoTokenizer.from_pretrained(base).backend_tokenizer.to_str())
    except OSError as error:
        raise SystemExit(f"No base encoder at {base}. {WHERE}\n{error}") from error
    bert = tokenizer["normalizer"]
    assert bert["type"] == "BertNormalizer", f"Expected a BERT tokenizer, got the normalizer {bert['type']}."
    return {**tokenizer, "truncation": None, "padding": None}


def spells_english(character: str) -> bool:
    return character.isascii() or unicodedata.name(character, "").startswith("LATIN") or unicodedata.category(character)[0] in "PS"


def kept_pieces(tokenizer: dict, rows: list[dict], most: int) -> list[str]:
    """Pieces to keep, in their old order: single characters, and the `most` that the rows use most often."""
    full = Tokenizer.from_str(json.dumps(tokenizer))
    used: Counter[str] = Counter()
    for r, encoding in zip(rows, full.encode_batch([r["text"] for r in rows])):
        for piece in encoding.tokens:
            used[piece] += r.get("share", 1.0)
    common = {piece for piece, _ in used.most_common(most)}
    pieces = sorted(tokenizer["model"]["vocab"], key=tokenizer["model"]["vocab"].get)
    single = {p for p in pieces if len(p.removeprefix("##")) == 1 and spells_english(p.removeprefix("##"))}
    return [p for p in pieces if p in SPECIAL or p in single or p in common]


def with_vocabulary(tokenizer: dict, pieces: list[str]) -> dict:
    ids = {piece: i for i, piece in enumerate(pieces)}
    trimmed = json.loads(json.dumps(tokenizer))
    trimmed["model"]["vocab"] = ids
    for token in trimmed["added_tokens"]:
        token["id"] = ids[token["content"]]
    for token in trimmed["post_processor"].get("special_tokens", {}).values():
        token["ids"] = [ids[piece] for piece in token["tokens"]]
    for end in ("sep", "cls"):
        if end in trimmed["post_processor"]:
            trimmed["post_processor"][end] = [trimmed["post_processor"][end][0], ids[trimmed["post_processor"][end][0]]]
    return trimmed


def shrink(model: torch.nn.Module, rows: list[int], positions: int) -> None:
    """Keep these rows of the word table and the first positions."""
    table = model.embeddings
    for name, keep in (("word_embeddings", rows), ("position_embeddings", range(positions))):
        old = getattr(table, name)
        new = torch.nn.Embedding(len(keep), old.embedding_dim, padding_idx=old.padding_idx)
        new.weight.data = old.weight.data[list(keep)].clone()
        setattr(table, name, new)
    table.register_buffer("position_ids", torch.arange(positions)[None], persistent=False)
    if hasattr(table, "token_type_ids"):
        table.register_buffer("token_type_ids", torch.zeros(1, positions, dtype=torch.long), persistent=False)
    model.config.vocab_size, model.config.max_position_embeddings = len(rows), positions


def unknown_rate(tokenizer: dict, texts: list[str]) -> float:
    encodings = Tokenizer.from_str(json.dumps(tokenizer)).encode_batch(texts)
    return sum(e.tokens.count("[UNK]") for e in encodings) / sum(len(e.tokens) for e in encodings)


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--base", required=True)
    arguments.add_argument("--rows", type=Path, required=True)
    arguments.add_argument("--to", type=Path, required=True)
    arguments.add_argument("--most", type=int, default=7_000, help="pieces of several characters to keep")
    arguments.add_argument("--positions", type=int, default=128)
    options = arguments.parse_args()
    rows = read_rows(options.rows)

    full = tokenizer_json(options.base)
    pieces = kept_pieces(full, rows, options.most)
    trimmed = with_vocabulary(full, pieces)
    texts = [r["text"] for r in rows]
    print(f"{len(full['model']['vocab'])} -> {len(pieces)} pieces; unknown {unknown_rate(full, texts):.4%} -> {unknown_rate(trimmed, texts):.4%}")

    model = AutoModel.from_pretrained(options.base)
    shrink(model, [full["model"]["vocab"][p] for p in pieces], options.positions)
    model.save_pretrained(options.to)
    (options.to / "tokenizer.json").write_text(json.dumps(trimmed, ensure_ascii=False), encoding="utf-8")
    (options.to / "tokenizer_config.json").write_text(
        json.dumps({"tokenizer_class": "BertTokenizer", "do_lower_case": True, "model_max_length": options.positions}), encoding="utf-8")


if __name__ == "__main__":
    main()
