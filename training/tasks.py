"""
Train one kind of model from its rows: teachers, the small student that they teach, and students that never saw one corpus, for calibration.

    python training/tasks.py --kind research --out training/out

Reads   OUT/KIND/{train,dev}.jsonl and OUT/KIND/base (vocabulary.py)
Writes  OUT/KIND/{teacher-1,teacher-2,student,without-CORPUS}, and for some kinds student-1 and student-2
On a GPU several train at once (--at-once). What is done is not done again, and what was broken off goes on.
"""

import argparse
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
LEFT_OUT = {"research": ["goemotions", "semeval18_ec", "crowd_envent", "semeval25_eng"], "open": ["semeval25_eng", "xed"]}  # without goemotions, next to nothing would teach the open one love
AGAIN = ["open"]  # whose student goes on for an epoch with what two of its make say together; research gains nothing by it (results/README.md)
SHARED = ["--vary", "--no-attention-dropout", "--warmup", "0.06"]
ORDER = ["taught", "again", "student", "teacher", "without"]  # what others wait for first, what nothing waits for last
GRID = ["--bits", "5", "--word-bits", "4"]


@dataclass
class Task:
    name: str
    command: list[str]
    after: list[str] = field(default_factory=list)
    done: Path = Path()


def tasks_of(kind: str, out: Path, epochs: dict[str, int], base: Path, small: list[str], batch: int, lr: float | None) -> list[Task]:
    place, tasks = out / kind, []

    def train(name: str, base: Path, *more: str, after: list[str] = []) -> None:
        watch = ["--watch", str(out / "measured/validation.jsonl")] if kind == "research" else []
        more = more if lr is None else tuple(str(lr) if before == "--lr" else each for before, each in zip(("", *more), more))
        command = ["train.py", "--base", str(base), "--rows", str(place / "train.jsonl"), "--to", str(place / name), *SHARED, "--batch", str(batch), *watch, *more]
        tasks.append(Task(f"{kind}/{name}", command, after, place / name / "table.md"))

    def teach(name: str, *teachers: str) -> None:
        command = ["teach.py", "--rows", str(place / "train.jsonl"), "--to", str(place / f"{name}.npy"), "--teachers", *(str(place / t) for t in teachers)]
        tasks.append(Task(f"{kind}/{name}", command, [f"{kind}/{t}" for t in teachers], place / f"{name}.npy"))

    for seed in ("1", "2"):
        train(f"teacher-{seed}", base, "--lr", "2e-4", "--epochs", str(epochs["teacher"]), "--seed", seed)
    teach("taught", "teacher-1", "teacher-2")
    for n, seed in (("-1", "42"), ("-2", "43")) if kind in AGAIN else (("", "42"),):
        train(f"student{n}", place / f"teacher{n or '-1'}", *small, *GRID, "--teacher", str(place / "taught.npy"), "--lr", "3e-4", "--epochs", str(epochs["student"]),
              "--seed", seed, after=[f"{kind}/taught"])
    if kind in AGAIN:
        teach("again", "student-1", "student-2")
        train("student", place / "student-1", *GRID, "--teacher", str(place / "again.npy"), "--lr", "1e-4", "--epochs", str(epochs["again"]), after=[f"{kind}/again"])
    for corpus in LEFT_OUT[kind] if epochs["without"] else []:
        train(f"without-{corpus}", base, *small, "--without", corpus, "--lr", "3e-4", "--epochs", str(epochs["without"]))
    return tasks


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--kind", choices=list(LEFT_OUT), nargs="+", default=list(LEFT_OUT))
    arguments.add_argument("--out", type=Path, default=Path("training/out"))
    arguments.add_argument("--base", help="folder of the base, {kind} replaced; default OUT/KIND/base")
    arguments.add_argument("--at-once", type=int, default=1)
    arguments.add_argument("--epochs", type=int, nargs=4, default=[4, 7, 1, 4], metavar=("TEACHER", "STUDENT", "AGAIN", "WITHOUT"),
                           help="0 for the last trains no students for calibration")
    arguments.add_argument("--batch", type=int, default=256)
    arguments.add_argument("--lr", type=float, help="one rate for all; default 2e-4 for teachers, 3e-4 for students")
    arguments.add_argument("--layers", default="0,2,4,5", help="of the teacher, that the student keeps")
    arguments.add_argument("--width", default="768", help="inner neurons of each feed-forward part that the student keeps")
    options = arguments.parse_args()
    small = ["--layers", options.layers, "--width", options.width]
    epochs = dict(zip(("teacher", "student", "again", "without"), options.epochs))
    waiting = [t for kind in options.kind
               for t in tasks_of(kind, options.out, epochs, Path((options.base or str(options.out / "{kind}/base")).format(kind=kind)), small, options.batch, options.lr)]
    waiting.sort(key=lambda task: ORDER.index(task.name.split("/")[1].split("-")[0]))
    finished = {t.name for t in waiting if t.done.exists()}
    waiting, running, began = [t for t in waiting if t.name not in finished], {}, time.time()
    while waiting or running:
        for task in [t for t in waiting if set(t.after) <= finished][: options.at_once - len(running)]:
            print(f"{time.time() - began:5.0f} s  begin {task.name}", flush=True)
            running[task.name] = subprocess.Popen([sys.executable, str(HERE / task.command[0]), *task.command[1:]])
            waiting.remove(task)
        time.sleep(0.5)
        for name, process in list(running.items()):
            if process.poll() is not None:
                print(f"{time.time() - began:5.0f} s  end {name}", flush=True)
                del running[name]
                if process.returncode:
                    for other in running.values():
                        other.terminate()
                    raise SystemExit(f"{name} failed; see above. The same command goes on from there.")
                finished.add(name)


if __name__ == "__main__":
    main()
