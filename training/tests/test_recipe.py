"""The whole recipe on a toy world: from a random encoder and a few hundred rows to a model that Chromium runs."""

import gzip
import hashlib
import json
import os
import subprocess
from pathlib import Path

import pytest

import toy

ROOT = Path(__file__).parent.parent.parent
FEW = ["--epochs", "3", "3", "1", "1", "--layers", "0,1", "--width", "48", "--batch", "32", "--lr", "2e-3"]
CARD = "--epochs 3 --batch 16 --lr 2e-3"
KINDS = ["bert", "distilbert"]


def run(*command: str, **environment: str) -> str:
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def recipes(tmp_path_factory):
    """The recipe on both bases at once, each on a processor of its own: the most of it is starting Python."""
    started = {}
    for kind in KINDS:
        place = tmp_path_factory.mktemp(kind)
        base, data = toy.write_base(place / "base", kind), toy.write_data(place / "data")
        places = {"OUT": place / "out", "TO": place, "RESULTS": place / "results", "KINDS": "research", "ROWS": "--own-every 40", "CARD": CARD}
        environment = {**os.environ, **{name: str(path) for name, path in places.items()}, "OMP_NUM_THREADS": "1"}
        with (place / "log").open("w") as log:
            command = ["training/run.sh", str(base), str(data), *FEW]
            started[kind] = place, subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
    yield started
    for _, process in started.values():
        process.kill()


@pytest.fixture(scope="module", params=KINDS)
def trained(request, recipes) -> Path:
    place, process = recipes[request.param]
    assert process.wait() == 0, (place / "log").read_text()[-6000:]
    return place


def test_the_table_of_the_card_is_written(trained):
    table = (trained / "results/card.md").read_text()
    assert "| Training loss | Epoch | Step | Validation loss | Accuracy | F1 (weighted) |" in table
    assert "| 3.0 |" in table


def test_the_manifest_describes_every_file_packed_and_unpacked(trained):
    manifest = json.loads((trained / "public/model/manifest.json").read_text())
    assert manifest["labels"] == ["sadness", "joy", "love", "anger", "fear", "surprise"]
    assert (manifest["version"], manifest["name"]) == (2, "research")
    assert len(manifest["golden"]) == 12 and all(len(g["logits"]) == 6 for g in manifest["golden"])
    assert 0 < manifest["threshold"] < 1 and manifest["temperature"] > 0
    for file in manifest["files"]:
        data = (trained / "public/model" / file["path"]).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (file["bytes"], file["sha256"])
        assert file["path"].endswith(".gzip") == ("raw" in file)
        if "raw" in file:
            raw = gzip.decompress(data)
            assert (len(raw), hashlib.sha256(raw).hexdigest()) == (file["raw"]["bytes"], file["raw"]["sha256"])


def test_both_graphs_share_one_small_weights_file(trained):
    sizes = {p.name: p.stat().st_size for p in (trained / "public/model/onnx").iterdir()}
    assert set(sizes) == {"wasm.onnx.gzip", "webgpu.onnx.gzip", "weights.bin.gzip"}
    assert max(sizes["wasm.onnx.gzip"], sizes["webgpu.onnx.gzip"]) < 50_000


def test_chromium_reads_the_rows_as_python_does(trained):
    rows = trained / "out/measured/validation.jsonl"
    output = run("npm", "run", "-s", "evaluate", "--", str(rows), "--device", "wasm", EMOTION_MODEL=str(trained / "public/model"))
    browser = json.loads(output.strip().splitlines()[-1])
    python = json.loads((trained / "results/research.json").read_text())["validation"]
    assert browser["rows"] == 90 and browser["device"] == "wasm"
    for figure in ("accuracy", "f1_weighted", "f1_macro", "ece"):
        assert browser[figure] == pytest.approx(python[figure], abs=0.05), figure


def test_missing_inputs_say_where_they_come_from(tmp_path):
    def failure(*command: str) -> str:
        done = subprocess.run(["python", *command], cwd=ROOT, capture_output=True, text=True)
        assert done.returncode != 0
        return done.stderr

    assert "Name another one with --data" in failure("training/data.py", "--data", str(tmp_path / "none"))
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"text": "a", "label": "joy"}\n')
    message = failure("training/train.py", "--base", str(tmp_path / "no-base"), "--rows", str(rows), "--to", str(tmp_path / "to"))
    assert "No base encoder at" in message and "local folder" in message
    assert "written by evaluate.py" in failure("training/export.py", "--model", str(tmp_path), "--results", str(tmp_path))
