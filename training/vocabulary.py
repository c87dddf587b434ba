"""
Make a base encoder small before training: fewer words and positions, and emoji that it can read.

    python training/vocabulary.py --base BASE --rows training/out/data/mixed.jsonl --to training/out/base

Reads a Hub name or local folder. Writes a folder that train.py takes as its base: model, tokenizer.json, config. About 20 s.

A word piece stays if the training rows use it, or if it is a single character (alone or as ##continuation): every word that the
full vocabulary could spell can still be spelled, so none becomes unknown; it only takes more pieces. The table of emoji becomes
Replace steps of the tokenizer's own normalizer, so Python and the browser read it from the same file.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import emoji
import torch
from tokenizers import Tokenizer
from transformers import AutoModel, AutoTokenizer

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
WHERE = "Name a Hub encoder that is at hand (distilbert-base-uncased) or a local folder with config.json, weights and tokenizer."


def emoji_steps() -> list[dict]:
    """One Replace a pictograph, by its CLDR short name: 😢 becomes "crying face". Joiners, skin tones and selectors go first."""
    steps = [{"type": "Replace", "pattern": {"String": c}, "content": ""} for c in ["\ufe0f", "\u200d", *"🏻🏼🏽🏾🏿"]]
    for symbol, facts in sorted(emoji.EMOJI_DATA.items()):
        plain = symbol.replace("\ufe0f", "")
        if len(plain) == 1 and ord(plain) > 0xFF and facts["status"] <= emoji.STATUS["fully_qualified"] and symbol not in "🏻🏼🏽🏾🏿":
            name = facts["en"].strip(":").replace("_", " ").replace("-", " ").replace("’", "'")
            steps.append({"type": "Replace", "pattern": {"String": plain}, "content": f" {name} "})
    return steps


def tokenizer_json(base: str) -> dict:
    try:
        return json.loads(AutoTokenizer.from_pretrained(base).backend_tokenizer.to_str())
    except OSError as error:
        raise SystemExit(f"No base encoder at {base}. {WHERE}\n{error}") from error


def with_emoji(tokenizer: dict) -> dict:
    bert = tokenizer["normalizer"]
    assert bert["type"] == "BertNormalizer", f"Expected a BERT tokenizer, got the normalizer {bert['type']}."
    return {**tokenizer, "normalizer": {"type": "Sequence", "normalizers": [*emoji_steps(), bert]}, "truncation": None, "padding": None}


def kept_pieces(tokenizer: dict, texts: list[str], at_least: int) -> list[str]:
    """Pieces to keep, in their old order."""
    full = Tokenizer.from_str(json.dumps(tokenizer))
    used = Counter(piece for encoding in full.encode_batch(texts) for piece in encoding.tokens)
    pieces = sorted(tokenizer["model"]["vocab"], key=tokenizer["model"]["vocab"].get)
    return [p for p in pieces if p in SPECIAL or len(p.removeprefix("##")) == 1 or used[p] >= at_least]


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
    arguments.add_argument("--rows", type=Path, default=Path("training/out/data/mixed.jsonl"))
    arguments.add_argument("--to", type=Path, default=Path("training/out/base"))
    arguments.add_argument("--at-least", type=int, default=3, help="uses in the rows that keep a piece")
    arguments.add_argument("--positions", type=int, default=128)
    options = arguments.parse_args()
    assert options.rows.exists(), f"No rows at {options.rows}. They are written by data.py."
    texts = [json.loads(line)["text"] for line in options.rows.read_text(encoding="utf-8").splitlines()]

    full = tokenizer_json(options.base)
    readable = with_emoji(full)
    pieces = kept_pieces(readable, texts, options.at_least)
    trimmed = with_vocabulary(readable, pieces)
    before, after = unknown_rate(full, texts), unknown_rate(trimmed, texts)
    print(f"{len(full['model']['vocab'])} -> {len(pieces)} pieces; unknown {before:.4%} -> {after:.4%}")
    assert after <= before, "Trimming made words unknown."

    model = AutoModel.from_pretrained(options.base)
    shrink(model, [full["model"]["vocab"][p] for p in pieces], options.positions)
    model.save_pretrained(options.to)
    (options.to / "tokenizer.json").write_text(json.dumps(trimmed, ensure_ascii=False), encoding="utf-8")
    (options.to / "tokenizer_config.json").write_text(
        json.dumps({"tokenizer_class": "BertTokenizer", "do_lower_case": True, "model_max_length": options.positions}), encoding="utf-8")


if __name__ == "__main__":
    main()
