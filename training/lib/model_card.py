"""Write MODEL.md: where the model comes from, what it can do in figures, and what it cannot. All of it from what the recipe did."""

from .labels import LABELS
from .sources import KINDS, SOURCES

USE = {
    "research": "Because some of these corpora allow research and education only, **the weights are for research and education only**.",
    "open": "All of these terms allow any use, so **the weights may be used by anybody for anything** under Apache-2.0, with the credits above.",
}

TEXT = """# The model of emotion-tag, “{kind}”

A small BERT that reads an English text and tells sadness, joy, love, anger, fear or surprise, or that it is not sure.
This page is written by `training/export.py`. The figures are those of the shipped `onnx/wasm.onnx` on ONNX Runtime's CPU provider; a browser
rounds a row or two differently (README.md has Chromium's figures).

## Origin

- **Base**: all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0), its word table and positions cut to what short English texts need. Two six-layer
  teachers were trained from it; the shipped student has {layers} of their layers, {width} inner neurons in each feed-forward part, and
  weights on a grid of few bits (`training/run.sh`).
- **Data**, with the terms that its authors state:
{sources}
- **Licence**: the code is Apache-2.0. {use}

## Figures

`python training/export.py`; in Chromium `npm run evaluate -- training/out/measured/NAME.jsonl`. None of these rows trained the model.
“Several” are rows with more than one label, right when any of them is named.

| set | accuracy | F1 macro | F1 weighted | several, any named | emotional, given a label | neutral, left without | calibration error |
|---|---|---|---|---|---|---|---|
{sets}

Temperature {temperature}, threshold {threshold}: below it a text gets no label. {calibrated_on}{paired}

Of texts that only say praise or complaint, the share that is labelled, and of the labelled the share whose label contradicts it (praise called
sadness, anger or fear; a complaint called joy or love):

{polarity}

Our own sentences, written before training and never trained on: share right (neutral: without a label).

`training/blind.jsonl`, {blind_all} of all:

{blind}

`training/kinds.jsonl`, by the kinds of text that people write, {kinds_all} of all:

{kinds}
{validation}{robustness}
| graph | labels equal to the float model's | accuracy lost |
|---|---|---|
{agreements}

## Files

| file | bytes | SHA-256 |
|---|---|---|
{files}

One file of weights (int8, one scale a row) serves both graphs: `wasm.onnx` computes in int8, with one scale for each token's activations;
`webgpu.onnx` widens everything to float32. Files that end in `.gzip` are packed for the way and unpacked in the browser; the manifest holds
the hash of either form.

## Known limits

- English only. A long text is read sentence by sentence.
- What it learned was labelled by hashtags or by a few raters; "joy" and "love", "fear" and "surprise" overlap there and here.
- It reads words, not people: irony, quotations and in-jokes often fool it, and a label says nothing certain about the writer.
- Tweets and Reddit comments carry their writers' biases; expect uneven results across dialects and groups. Not for decisions about people.
"""


def share(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


def set_row(name: str, f: dict) -> str:
    cells = [f["accuracy"], f["f1_macro"], f["f1_weighted"], f["several_hit"], f["answered"], f["neutral_unlabelled"], f["ece"]]
    return f"| {name} ({f['rows']} rows) | " + " | ".join(map(share, cells)) + " |"


def table(shares: dict) -> str:
    return "| " + " | ".join(shares) + " |\n|" + "---|" * len(shares) + "\n| " + " | ".join(f"{x:.1%}" for x in shares.values()) + " |"


def lines(shares: dict) -> str:
    return "| kind | right |\n|---|---|\n" + "\n".join(f"| {name} | {x:.1%} |" for name, x in sorted(shares.items()))


def validation_tables(f: dict | None) -> str:
    if not f:
        return ""
    head = "| | " + " | ".join(LABELS) + " |\n|---|" + "---|" * len(LABELS)
    f1 = "| F1 | " + " | ".join(f"{f['f1'][name]:.3f}" for name in LABELS) + " |"
    confusion = "\n".join(f"| {name} | " + " | ".join(map(str, row)) + " |" for name, row in zip(LABELS, f["confusion"]))
    return f"\nOn the validation rows of dair-ai/emotion:\n\n{head}\n{f1}\n\nConfusion matrix, a row for each true label:\n\n{head}\n{confusion}\n"


def against_the_card(paired: dict | None) -> str:
    if not paired:
        return ""
    low, high = paired["accuracy_interval"]
    least, most = paired["difference_interval"]
    return (f" The float model's accuracy on the validation rows lies in {low:.4f} to {high:.4f} (95 %, bootstrap); against the same base with the card's "
            f"own settings it gains {least:.1%} to {most:.1%} of the rows ({paired['only_this_right']} only it has right, {paired['only_other_right']} only the "
            f"other; exact McNemar test, p {'< 0.0001' if paired['p_value'] < 1e-4 else '= %.4f' % paired['p_value']}).")


def calibrated_on(fitted: dict) -> str:
    left_out = ", ".join(f"{name} {error:.3f}" for name, error in fitted["left_out"]["ece"].items()) or "none"
    if kept := fitted.get("kept_out"):
        return (f"The temperature was chosen on {kept['rows']:,} sentences\nof our own that it has not learned from (calibration error there {kept['ece']:.3f}). Students of the same make that "
                f"never saw a corpus have there, at what\nsuits them best: {left_out}.")
    return ("The temperature was chosen on corpora that students of the same\nmake never saw; their calibration error on those, each left out in turn: "
            f"{left_out}.")


def model_card(kind: str, figures: dict, measured: dict, calibration: dict, agreements: dict, files: list[dict], config) -> str:
    sets = {name: f for name, f in figures.items() if "accuracy" in f}
    order = sorted(sets, key=lambda name: name != "validation")
    polarity = figures.get("polarity")
    sources = dict.fromkeys((SOURCES[name].cite, SOURCES[name].terms) for name in KINDS[kind])
    robustness = measured.get("robustness")
    without_all = {name: {k: v for k, v in figures[name].items() if k != "all"} for name in ("blind", "kinds")}
    return TEXT.format(
        kind=kind,
        layers=config.num_hidden_layers,
        width=getattr(config, "intermediate_size", None) or config.hidden_dim,
        sources="\n".join(f"  - {cite} — {terms}" for cite, terms in sources),
        use=USE[kind],
        sets="\n".join(set_row(name, sets[name]) for name in order),
        **calibration,
        calibrated_on=calibrated_on(measured["calibration"]),
        paired=against_the_card(measured.get("paired")),
        polarity="" if not polarity else "| | rows | labelled | contradicted |\n|---|---|---|---|\n" + "\n".join(
            f"| {name} | {f['rows']} | {f['labelled']:.1%} | {f['contradicted']:.1%} |" for name, f in polarity.items()),
        blind_all=f"{figures['blind']['all']:.1%}",
        blind=table(without_all["blind"]),
        kinds_all=f"{figures['kinds']['all']:.1%}",
        kinds=lines(without_all["kinds"]),
        validation=validation_tables(figures.get("validation")),
        robustness="" if not robustness else "\nShare of validation rows that keep their label under one change of form (the float model's):\n\n" + table(robustness) + "\n",
        agreements="\n".join(f"| {n}.onnx | {a['equal_labels']:.2%} | {a['accuracy_lost']:+.2%} |" for n, a in agreements.items()),
        files="\n".join(f"| {f['path']} | {f['bytes']:,} | `{f['sha256'][:16]}…` |" for f in files),
    )
