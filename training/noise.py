"""
What the labels leave to be had: words that dair-ai/emotion files under two emotions, and the validation rows that hold one.

    python training/noise.py --model training/out/shipped

Reads   training/out/data/{card,mixed,heldout,validation}.jsonl. Prints a table; writes nothing. About 15 s. With a
        trained folder, how many rows it has right with such a word and without: in the former most of what two models differ in is luck.

Such a word ("amazing": 67 joy, 39 surprise in train) decides the label of nearly every row that it is in, and hashtags decided between the two.
Nothing in the text does: where the extra rows hold a label whole, most of the other label's texts are filed under it too, the very same text.
A text that is filed under two labels is as likely drawn under either: whoever reads it has half of its rows wrong, and what share of all
rows that is the extra rows tell. So the best that a rule by word can do is one label for each such word, and all else right but what is given.
The last lines try every such rule on the validation labels themselves, which no model may see: a bound, not a result.
"""

import argparse
import itertools
from collections import Counter, defaultdict
from pathlib import Path

from sklearn.metrics import f1_score

from labels import LABELS
from train import load_model, load_tokenizer, predict, read_rows

AT_LEAST = 30  # rows of train with the word
BOTH = 0.8  # of them under one of its two commonest labels ...
SECOND = 0.25  # ... and so many under the second
WHOLE = ("love", "surprise")  # labels that the extra rows hold whole; of the others a sample


def split_words(rows: list[dict]) -> dict[str, Counter]:
    """Words whose label is one of two, and which of the two is open -> their labels in these rows."""
    labels = defaultdict(Counter)
    for r in rows:
        for word in set(r["text"].split()):
            labels[word][r["label"]] += 1

    def is_split(counts: Counter) -> bool:
        total, common = counts.total(), counts.most_common(2)
        return total >= AT_LEAST and len(common) == 2 and sum(n for _, n in common) >= BOTH * total and common[1][1] >= SECOND * total

    return {word: counts for word, counts in labels.items() if is_split(counts)}


def filed_under_both(extra: list[dict], word: str, pair: list[str]) -> str:
    """Of the extra rows with this word and the label that is a sample, those whose text has the whole label too; blank where neither is whole."""
    whole = next((label for label in pair if label in WHOLE), None)
    if whole is None:
        return ""
    there = {r["text"] for r in extra if r["label"] == whole}
    others = [r["text"] for r in extra if r["label"] in pair and r["label"] != whole and word in r["text"].split()]
    return f"{sum(text in there for text in others)} of {len(others)}"


def told_by_chance(extra: list[dict], train: list[dict]) -> float:
    """
    The share of rows, in train's balance, that no reader of the text can have right: one row of each two with one text and two labels.
    `extra` has a part of each label's rows, and shows such two only where it has both.
    """
    natural, here = (Counter(r["label"] for r in rows) for rows in (train, extra))
    whole = max(here[label] / n for label, n in natural.items())
    part = {label: here[label] / (whole * n) for label, n in natural.items()}
    labels = defaultdict(set)
    for r in extra:
        labels[r["text"]].add(r["label"])
    twins = Counter(two for found in labels.values() for two in itertools.combinations(sorted(found), 2))
    return sum(n / (part[a] * part[b]) for (a, b), n in twins.items()) / (whole * natural.total())


def best_f1(rows: list[dict], words: dict[str, Counter], label: str) -> float:
    """The F1 of one label, where every row without a split word is right and each split word has the label that suits best."""
    truth = [r["label"] for r in rows]
    held = [next((w for w in r["text"].split() if w in words), None) for r in rows]
    pairs = {w: [l for l, _ in counts.most_common(2)] for w, counts in words.items()}
    other = {w: next(l for l in pair if l != label) for w, pair in pairs.items() if label in pair}
    best = 0.0
    for chosen in itertools.product([True, False], repeat=len(other)):
        given = {w: label if mine else other[w] for w, mine in zip(other, chosen)}
        guess = [given.get(w, t) for t, w in zip(truth, held)]
        best = max(best, f1_score(truth, guess, labels=[label], average=None)[0])
    return best


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--data", type=Path, default=Path("training/out/data"))
    arguments.add_argument("--model", type=Path, help="a folder written by train.py or decide.py")
    options = arguments.parse_args()
    rows = read_rows(options.data / "validation.jsonl")
    train = read_rows(options.data / "card.jsonl")
    words = split_words(train)
    extra = [r for name in ("mixed", "heldout") for r in read_rows(options.data / f"{name}.jsonl") if r["source"] == "extra"]
    print("| word | train | validation | extra texts under both |\n|---|---|---|---|")
    for word, counts in words.items():
        pair = [label for label, _ in counts.most_common(2)]
        here = Counter(r["label"] for r in rows if word in r["text"].split())
        cells = [", ".join(f"{label} {n}" for label, n in of) for of in (counts.most_common(2), here.most_common())]
        print("| " + " | ".join([word, *cells, filed_under_both(extra, word, pair)]) + " |")
    chance = told_by_chance(extra, train)
    luck = (chance / 2 / len(rows)) ** 0.5  # of twice as many rows, each by even chances
    print(f"\nTexts filed under two labels make {chance:.1%} of the rows wrong, whoever reads them: accuracy at most {1 - chance:.4f}, "
          f"on {len(rows)} rows by luck {luck:.4f} more or less (one standard deviation).")
    held = [r for r in rows if words.keys() & set(r["text"].split())]
    print(f"\n{len(held)} of {len(rows)} validation rows hold such a word.")
    if options.model:
        guess = predict(load_model(str(options.model)), load_tokenizer(str(options.model)), [r["text"] for r in rows]).argmax(1).tolist()
        right = [r for r, g in zip(rows, guess) if r["label"] == LABELS[g]]
        inside = sum(r in held for r in right)
        print(f"{options.model.name}: {inside} of {len(held)} right with such a word, {len(right) - inside} of {len(rows) - len(held)} without")
    by_word = defaultdict(Counter)
    for r in held:
        by_word[next(w for w in r["text"].split() if w in words)][r["label"]] += 1
    lost = sum(counts.total() - max(counts.values()) for counts in by_word.values())
    print(f"accuracy at most {1 - lost / len(rows):.4f} by word, all other rows right")
    for label in LABELS:
        print(f"{label}: F1 at most {best_f1(rows, words, label):.3f} by word, all other rows right")


if __name__ == "__main__":
    main()
