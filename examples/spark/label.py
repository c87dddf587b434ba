"""Labels a column of Parquet files with emotion-tag, one classifier for each task of Spark's, which is one for each core."""

import argparse
import json
import shlex
import subprocess
from collections.abc import Iterable, Iterator
from threading import Thread

import pandas as pd
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.types import BooleanType, FloatType, StringType, StructField, StructType

EMOTIONS = ["sadness", "joy", "love", "anger", "fear", "surprise"]
LABELS = [
    StructField("emotion_tag", StringType()),
    StructField("emotion_tag_reason", StringType()),
    StructField("emotion_tag_mixed", StringType()),
    StructField("emotion_tag_truncated", BooleanType()),
    *(StructField(f"emotion_tag_{emotion}", FloatType()) for emotion in EMOTIONS),
]
NAMES = [field.name for field in LABELS]

# Rows without a text get no answer, so a row of ours after each batch says where the answers to it end.
END = -1
NO_TEXT = dict.fromkeys(NAMES) | {"emotion_tag_reason": "no-text", "emotion_tag_truncated": False}


class Classifier:
    """The command as a filter: JSON lines in, the same lines with labels out, in their order."""

    def __init__(self, command: str):
        self.command = command
        arguments = ["label", "-", "--format", "jsonl", "--text", "text", "--jobs", "1", "--quiet"]
        self.process = subprocess.Popen(
            [*shlex.split(command), *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def read(self, texts: Iterable[object]) -> list[dict]:
        """One answer for each text, in their order."""
        texts = [text if isinstance(text, str) else None for text in texts]
        # Beside the reading: a pipe that nobody empties would hold both.
        writer = Thread(target=self._write, args=(texts,), daemon=True)
        writer.start()
        answers = {}
        for line in self.process.stdout:
            answer = json.loads(line)
            if answer["row"] == END:
                writer.join()
                return [answers.get(row, NO_TEXT) for row in range(len(texts))]
            answers[answer["row"]] = answer
        raise RuntimeError(self._ended(f"after {len(answers)} of {len(texts)} rows"))

    def close(self) -> None:
        self.process.stdin.close()
        if self.process.wait() != 0:
            raise RuntimeError(self._ended("at the end of its rows"))

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def _write(self, texts: list[str | None]) -> None:
        try:
            for row, text in enumerate(texts):
                self.process.stdin.write(json.dumps({"row": row, "text": text}) + "\n")
            self.process.stdin.write(json.dumps({"row": END, "text": "."}) + "\n")
            self.process.stdin.flush()
        except OSError:
            pass  # it has ended, and its silence says so

    def _ended(self, when: str) -> str:
        return f"{self.command} ended with {self.process.wait()} {when}; its own line is in the log of this worker. The task is tried again."


def labelled(rows: DataFrame, text: str, command: str) -> DataFrame:
    """These rows with our columns after theirs. A task that fails is done again from its first row: what it wrote is thrown away."""

    def label(batches: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        classifier = Classifier(command)
        try:
            for batch in batches:
                answers = pd.DataFrame(classifier.read(batch[text]), columns=NAMES, index=batch.index)
                yield pd.concat([batch, answers], axis=1)
            classifier.close()
        finally:
            classifier.kill()

    kept = rows.drop(*NAMES)
    return kept.mapInPandas(label, StructType([*kept.schema.fields, *LABELS]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", help="Parquet files to read")
    parser.add_argument("target", help="folder to write Parquet files to")
    parser.add_argument("--text", default="text", help="the column with the texts")
    parser.add_argument("--command", default="npx emotion-tag", help="how the command is called on each machine")
    parser.add_argument("--partitions", type=int, help="tasks to make of it: several for each core, each of 50,000 rows or more")
    given = parser.parse_args()
    spark = SparkSession.builder.appName("emotion-tag").getOrCreate()
    rows = spark.read.parquet(given.source)
    if given.text not in rows.columns:
        parser.error(f"{given.source} has no column “{given.text}”. It has: {', '.join(rows.columns)}.")
    if given.partitions:
        rows = rows.repartition(given.partitions)
    labelled(rows, given.text, given.command).write.parquet(given.target)
    spark.stop()


if __name__ == "__main__":
    main()
