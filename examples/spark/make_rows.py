"""Generated rows: sentences of templates, all different, and among them what real columns have: nothing, blanks, other languages, long texts."""

import random
import sys

import pyarrow as pa
import pyarrow.parquet as pq

SAID = [
    "I am so happy about {}!",
    "It makes me furious that {} is late again.",
    "I miss {} so much that I cannot sleep.",
    "I love {}, more than I can say.",
    "I was terrified when {} was gone.",
    "What a surprise: {} came after all!",
    "The meeting about {} is at three.",
    "Ich bin heute sehr traurig und weiß nicht, was mit {} geschehen ist.",
]
WHAT = ["the train", "my brother", "our garden", "the new job", "grandma", "the letter", "her answer", "the old house"]
SPECIAL = [None, "", "   ", "N/A", "😀", 'She said: "no"\nand left.\r\n\tAgain.', "a\u2028b \u0000 c", "I am happy. " * 1200]


def texts(count: int) -> list[str | None]:
    chance = random.Random(7)
    made: list[str | None] = []
    for number in range(count):
        if number % 97 == 0:
            made.append(SPECIAL[number // 97 % (len(SPECIAL) - 1 if number > 2000 else len(SPECIAL))])
        else:
            made.append(chance.choice(SAID).format(f"{chance.choice(WHAT)} number {number}"))
    return made


if __name__ == "__main__":
    target, count = sys.argv[1], int(sys.argv[2])
    table = pa.table({"id": range(count), "text": pa.array(texts(count), pa.string()), "stars": [number % 5 + 1 for number in range(count)]})
    pq.write_table(table, target, row_group_size=max(1, count // 8))
