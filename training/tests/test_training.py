"""One command, one model: what makes the shipped file's figures repeatable."""

import sys

import pytest
import torch

import toy
import train


@pytest.fixture
def start(tmp_path, monkeypatch):
    """Train on toy rows into a folder of this name; gives the model's bytes."""
    base, rows = toy.write_base(tmp_path / "base", "bert"), tmp_path / "rows"
    rows.mkdir()
    few = (toy.write_data(tmp_path / "data") / "emotion/validation.jsonl").read_text()
    rows.joinpath("card.jsonl").write_text(few)
    rows.joinpath("validation.jsonl").write_text(few)

    def run(name: str) -> bytes:
        options = ["--base", base, "--data", rows, "--to", tmp_path / name, "--results", tmp_path / name, "--epochs", 2, "--batch", 16, "--vary"]
        monkeypatch.setattr(sys, "argv", ["train.py", *map(str, options)])
        train.main()
        return (tmp_path / name / "card/model.safetensors").read_bytes()

    return run


def test_the_same_command_gives_the_same_bytes(start):
    assert start("one") == start("other")


def test_half_of_a_target_is_the_mean_of_the_teachers_save_for_our_own_sentences(monkeypatch):
    logits = {"one": [[0.0, 0, 0, 0, 0, 0]], "other": [[50.0, 0, 0, 0, 0, 0]]}
    monkeypatch.setattr(train, "load_model", lambda folder: folder)
    monkeypatch.setattr(train, "load_tokenizer", lambda folder: folder)
    monkeypatch.setattr(train, "predict", lambda model, tokenizer, texts: torch.tensor(logits[model]))
    own, row = train.taught([{"text": "ours", "label": "joy", "source": "own"}, {"text": "so sweet", "label": "joy", "source": "extra"}], list(logits))
    assert train.target_of(own) == [0, 1, 0, 0, 0, 0]
    mean = [(1 + 1 / 6) / 2, *[1 / 12] * 5]
    assert train.target_of(row) == pytest.approx([mean[0] / 2, (1 + mean[1]) / 2, *[m / 2 for m in mean[2:]]])


def test_a_run_that_was_broken_off_ends_in_the_same_bytes(start, monkeypatch):
    def save_and_break_off(*state):
        save(*state)
        raise KeyboardInterrupt

    save = torch.save
    with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
        broken.setattr(torch, "save", save_and_break_off)
        start("broken")
    assert start("broken") == start("whole")
