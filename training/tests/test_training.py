"""One command, one model: what makes the shipped file's figures repeatable."""

import sys

import pytest
import torch

import toy
import train


@pytest.fixture
def start(tmp_path, monkeypatch):
    """Train on toy rows into a folder of this name, on a grid; gives the model's bytes."""
    base, rows = toy.write_base(tmp_path / "base", "bert"), tmp_path / "rows.jsonl"
    rows.write_text((toy.write_data(tmp_path / "data") / "emotion/validation.jsonl").read_text().replace('"label"', '"source": "toy", "label"'))

    def run(name: str) -> bytes:
        options = ["--base", base, "--rows", rows, "--watch", rows, "--to", tmp_path / name / "card", "--epochs", 2, "--batch", 16, "--vary"]
        monkeypatch.setattr(sys, "argv", ["train.py", *map(str, [*options, "--bits", 5, "--word-bits", 4, "--width", 48])])
        train.main()
        return (tmp_path / name / "card/model.safetensors").read_bytes()

    return run


def test_the_same_command_gives_the_same_bytes(start):
    assert start("one") == start("other")


def test_a_run_that_was_broken_off_ends_in_the_same_bytes(start, monkeypatch):
    def save_and_break_off(*state):
        save(*state)
        raise KeyboardInterrupt

    save = torch.save
    with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
        broken.setattr(torch, "save", save_and_break_off)
        start("broken")
    assert start("broken") == start("whole")
