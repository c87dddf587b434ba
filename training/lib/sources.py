"""Every corpus that may train a model, with the terms that its authors state, and the rows that are read from it."""

import json
import re
import zlib
from collections import Counter
from pathlib import Path
from typing import Callable, NamedTuple

from .feelings import feeling_rows
from .labels import GOEMOTIONS, LABELS, NEUTRAL, POLARITY, XED
from .rows import read_lines, row
from .templates import template_rows

OPEN_TERMS = {"CC BY 4.0", "MIT", "Apache-2.0 (our own)"}  # any use, given the authors' names
WRITTEN = Path(__file__).parent.parent / "written"


class Source(NamedTuple):
    terms: str
    cite: str
    rows: Callable[[Path], list[dict]]


def labelled(r: dict, source: str, weight: float = 1.0, share: float = 1.0) -> dict | None:
    """A row of `more/`: several labels count alike, or by their intensity where the source has it."""
    if r.get("labels"):
        counts = {name: r.get("intensity", {}).get(name, 1) for name in r["labels"] if name in LABELS}
        if not counts:
            return None
        made = row(r["text"], r.get("label") or max(counts, key=counts.get), source, weight, share)
        return {**made, "labels": {name: n / sum(counts.values()) for name, n in counts.items()}} if len(counts) > 1 else made
    return row(r["text"], r["label"], source, weight, share) if r.get("label") else None


def more(name: str, weight: float = 1.0, share: float = 1.0, keep: Callable[[dict], dict | None] = lambda r: r) -> Callable[[Path], list[dict]]:
    def read(data: Path) -> list[dict]:
        records = (keep(json.loads(line)) for line in read_lines(data / f"more/{name}.jsonl"))
        made = (labelled(r, name, weight, share) for r in records if r)
        return [r for r in made if r]

    return read


def with_votes(r: dict) -> dict:
    """crowd_envent: what five readers took the text for, where they were asked, beside what its writer meant."""
    votes = Counter({name: n for name, n in r.get("readers", {}).items() if name in LABELS})
    if not votes or r["label"] == NEUTRAL:
        return r
    votes[r["label"]] += votes.total()
    return {**r, "labels": list(votes), "intensity": dict(votes)}


def sure_fear(r: dict) -> dict | None:
    """semeval25 ticks fear on every second row: it counts from intensity 2 up."""
    intensity = {k: v for k, v in r.get("intensity", {}).items() if k != "fear" or v >= 2}
    if r.get("label") == NEUTRAL:
        return r
    if not intensity:
        return None
    return {"text": r["text"], "labels": list(intensity), "intensity": intensity} if len(intensity) > 1 else {"text": r["text"], "label": next(iter(intensity))}


def polarity_rows(data: Path) -> list[dict]:
    rows = []
    for line in read_lines(data / "more/polarity.jsonl"):
        r = json.loads(line)
        made = row(r["text"], NEUTRAL, "polarity", 1.0 if r["polarity"] in POLARITY else 0.7)
        rows.append({**made, "polarity": r["polarity"], "allowed": POLARITY[r["polarity"]]} if r["polarity"] in POLARITY else made)
    return rows


def emotion_rows(name: str, source: str) -> Callable[[Path], list[dict]]:
    def read(data: Path) -> list[dict]:
        return [row(r["text"], r["label"], source) for r in map(json.loads, read_lines(data / f"emotion/{name}.jsonl"))]

    return read


def goemotions_rows(data: Path) -> list[dict]:
    """Train rows whose labels all have a place among ours; several ones by equal shares."""
    names, rows = read_lines(data / "goemotions/emotions.txt"), []
    for line in read_lines(data / "goemotions/train.tsv"):
        text, numbers, _ = line.split("\t")
        ours = [GOEMOTIONS.get(names[int(i)]) for i in numbers.split(",")]
        if None in ours:
            continue
        weight, found = max(w for _, w in ours), {label for label, _ in ours}
        made = row(named(text), next(label for label, w in ours if w == weight), "goemotions", weight)
        if len(found) == 1:
            rows.append(made)
        elif NEUTRAL not in found:
            rows.append({**made, "labels": {label: 1 / len(found) for label in sorted(found)}})
    return rows


def goemotions_dev(data: Path) -> list[dict]:
    """What is measured: one label, and that one of the six or neutral, by name."""
    names, rows = read_lines(data / "goemotions/emotions.txt"), []
    for line in read_lines(data / "goemotions/dev.tsv"):
        text, numbers, _ = line.split("\t")
        if "," not in numbers and names[int(numbers)] in [*LABELS, NEUTRAL]:
            rows.append({"text": text, "label": names[int(numbers)], "source": "goemotions"})
    return rows


def named(text: str) -> str:
    """Half of the rows get a word for GoEmotions' placeholders: people type names, the measured rows hold [NAME]."""
    return text if zlib.crc32(text.encode()) % 2 else text.replace("[NAME]", "Alex").replace("[RELIGION]", "religion")


def xed_rows(data: Path) -> list[dict]:
    rows = []
    for line in read_lines(data / "xed/en-annotated.tsv"):
        text, numbers = line.split("\t")
        found = [XED[n.strip()] for n in numbers.split(",") if n.strip() in XED]
        # XED has no love: its declarations of love are filed under joy and trust, and would teach the wrong label.
        if len(found) != 1 or len(text.split()) < 3 or (found[0][0] == "joy" and re.search(r"\blov", text.lower())):
            continue
        rows.append(row(text, found[0][0], "xed", found[0][1]))
    return rows + [row(line.split("\t")[-1], NEUTRAL, "xed", 1.0, share=0.5) for line in read_lines(data / "xed/neu_en.txt")]


def written_rows(_: Path) -> list[dict]:
    records = [json.loads(line) for path in sorted(WRITTEN.glob("*.jsonl")) for line in read_lines(path)]
    return [r for record in records if (r := labelled(record, "written"))]


SOURCES: dict[str, Source] = {
    "emotion": Source("educational and research use", "dair-ai/emotion: Saravia et al. 2018, CARER", emotion_rows("train", "emotion")),
    "extra": Source("educational and research use", "dair-ai/emotion, config unsplit: Saravia et al. 2018", emotion_rows("extra", "extra")),
    "goemotions": Source("CC BY 4.0", "GoEmotions: Demszky et al. 2020, Google Research", goemotions_rows),
    "xed": Source("CC BY 4.0", "XED: Öhman, Pàmies, Kajava, Tiedemann 2020, Helsinki-NLP", xed_rows),
    "semeval25_eng": Source("CC BY 4.0", "BRIGHTER / SemEval-2025 task 11, English: Muhammad et al. 2025",
                            more("semeval25_eng", 0.6, keep=sure_fear)),
    "repe_scenarios": Source("MIT", "Representation Engineering, emotion scenarios: Zou et al. 2023", more("repe_scenarios")),
    "crowd_envent": Source("none found; free download, please cite", "crowd-enVENT: Troiano, Oberländer, Klinger 2023",
                           more("crowd_envent", keep=with_votes)),
    "semeval18_ec": Source("research; no redistribution", "SemEval-2018 task 1 E-c: Mohammad et al. 2018", more("semeval18_ec")),
    "wassa22_essays": Source("labels: none found; essays CC BY 4.0", "WASSA 2022 essays: Barriere et al. 2022",
                             more("wassa22_essays", 0.7, keep=lambda r: None if r["label"] == "joy" else r)),
    "emotion_stimulus": Source("research only", "Emotion-Stimulus: Ghazi, Inkpen, Szpakowicz 2015", more("emotion_stimulus")),
    "smile": Source("annotations CC BY, tweets their owners'", "SMILE: Wang et al. 2016", more("smile", 0.5)),
    "emoevent_en": Source("contradictory", "EmoEvent: Plaza-del-Arco et al. 2020", more("emoevent_en", 0.5)),
    "crowdflower": Source("none found", "CrowdFlower, The Emotion in Text 2016", more("crowdflower", 0.4, share=0.35)),
    "polarity": Source("CC BY-NC-SA and research", "airline tweets (CrowdFlower), TweetEval sentiment", polarity_rows),
    "templates": Source("Apache-2.0 (our own)", "templates.py", lambda _: template_rows()),
    "feelings": Source("Apache-2.0 (our own)", "feelings.py", lambda _: feeling_rows()),
    "written": Source("Apache-2.0 (our own)", "written/*.jsonl", written_rows),
}

KINDS = {
    "research": list(SOURCES),
    "open": [name for name, source in SOURCES.items() if source.terms in OPEN_TERMS],
}


def assert_allowed(rows: list[dict], kind: str) -> None:
    """Stop where a row of the open model comes from a source whose terms do not allow any use, or from one that is not listed."""
    for name, count in Counter(r.get("source", "no source") for r in rows).items():
        terms = SOURCES[name].terms if name in SOURCES else None
        if terms is None or (kind == "open" and terms not in OPEN_TERMS):
            raise SystemExit(f"{count} rows come from {name!r}, whose terms are {terms or 'not listed'}: the {kind} model may not learn from them. "
                             "training/lib/sources.py lists the sources and their terms.")
