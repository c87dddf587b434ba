"""Spark's labels beside those of one machine: `test_label.py ROWS COMMAND…`."""

import json
import os
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyarrow.parquet as pq

from label import NAMES
from make_rows import texts

HERE = Path(__file__).parent


def spent() -> float:
    """Seconds of processor time of all that has run so far, which another's work on the same machine hardly changes."""
    return sum(os.times()[2:4])


count, command = int(sys.argv[1]), shlex.join(sys.argv[2:])


def tell(what: str, began: float, before: float) -> None:
    seconds, worked = time.monotonic() - began, spent() - before
    print(f"{what}: {seconds:.0f} s, {worked:.0f} s of processor time, {count / worked:.0f} rows for each of these", flush=True)


def on_one_machine() -> dict[int, dict]:
    lines = "".join(json.dumps({"id": number, "text": text}) + "\n" for number, text in enumerate(texts(count)))
    began = time.monotonic(), spent()
    done = subprocess.run(
        [*shlex.split(command), "label", "-", "--format", "jsonl", "--text", "text", "--jobs", "2", "--quiet"],
        input=lines, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    tell("one machine, two threads", *began)
    return {row["id"]: row for row in map(json.loads, done.stdout.rstrip("\n").split("\n"))}


def in_spark(room: Path, name: str, called: str) -> list[dict]:
    target = room / name
    began = time.monotonic(), spent()
    # Four tries for each task, as on a cluster: on one machine Spark's own number is one.
    spark = ["--master", "local[2,4]", "--conf", "spark.ui.enabled=false", "--conf", "spark.sql.execution.arrow.maxRecordsPerBatch=1000"]
    partitions = ["--partitions", str(max(4, count // 25_000))]
    done = subprocess.run(
        ["spark-submit", *spark, HERE / "label.py", room / "rows.parquet", target, "--command", called, *partitions],
        capture_output=True, text=True, cwd=room, env={**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"},
    )  # fmt: skip
    if done.returncode != 0:
        sys.exit(f"Spark ended with {done.returncode}:\n{done.stderr[-5000:]}")
    tell(f"Spark, local[2], {name}", *began)
    if name != "undisturbed":
        assert "ended with" in done.stderr or "exited unexpectedly" in done.stderr, "nobody died"
    return pq.read_table(target).to_pylist()


with tempfile.TemporaryDirectory() as folder:
    room = Path(folder)
    subprocess.run([sys.executable, HERE / "make_rows.py", room / "rows.parquet", str(count)], check=True)
    expected = on_one_machine()
    wanted = texts(count)
    wrapped = lambda victim: shlex.join([sys.executable, str(HERE / "dying.py"), victim, str(room / f"{victim}.died"), *shlex.split(command)])
    for name, called in [
        ("undisturbed", command),
        ("command-killed", wrapped("command")),
        ("worker-killed", wrapped("worker")),
    ]:
        rows = in_spark(room, name, called)
        assert sorted(row["id"] for row in rows) == list(range(count)), f"{name}: rows were lost or doubled"
        differing = 0
        for row in rows:
            assert row["text"] == wanted[row["id"]] and row["stars"] == row["id"] % 5 + 1, f"{name}: a column of row {row['id']} is another"
            alone = expected.get(row["id"])
            if alone is None:
                assert row["emotion_tag_reason"] == "no-text", f"{name}: row {row['id']} was read"
                continue
            same = all(
                round(row[column], 4) == alone[column] if isinstance(row[column], float) else row[column] == alone[column] for column in NAMES
            )
            differing += not same
        assert differing == 0, f"{name}: {differing} rows have other labels than on one machine"
        print(f"{name}: {count} rows, none lost, none doubled, all labels and scores those of one machine")
