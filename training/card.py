"""Write MODEL.md: where the model comes from, what it can do in figures, and what it cannot.

`figures` are those of the shipped WASM graph on each set, `measured` those that evaluate.py wrote of the float model.
"""

from labels import LABELS

TEXT = """# The model of emotion-tag

A small BERT that reads an English text and tells sadness, joy, love, anger, fear or surprise, or that it is not sure.
This page is written by `training/export.py`. The figures are those of the shipped `onnx/wasm.onnx` on ONNX Runtime's CPU provider; a browser
rounds a row or two differently (README.md has Chromium's figures).

## Origin

- **Base**: all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0), with its word table and positions cut to what English
  short texts need, then fine-tuned by `training/run.sh`.
- **Data**: dair-ai/emotion (Saravia et al. 2018, CARER; "for educational and research purposes only"), GoEmotions (Demszky et al.
  2020, CC BY 4.0), XED (Öhman et al. 2020, CC BY 4.0), and our own sentences (`training/own.py`). `training/labels.py` holds the one
  table that maps their labels.
- **Licence**: the code is Apache-2.0. Because of the terms of dair-ai/emotion, **the weights are for research and education only**.

## Figures

On the 2,000 validation rows of dair-ai/emotion, which trained nothing (`python training/export.py`; in Chromium `npm run evaluate -- training/out/data/validation.jsonl`):

| accuracy | F1 weighted | F1 macro | given a label | expected calibration error |
|---|---|---|---|---|
| {accuracy:.4f} | {f1_weighted:.4f} | {f1_macro:.4f} | {answered:.4f} | {ece:.4f} |

| | {labels} |
|---|{bars}
| F1 | {f1} |

Confusion matrix, a row for each true label:

| | {labels} |
|---|{bars}
{confusion}

Temperature {temperature}, threshold {threshold}: below it a text gets no label. Both were fitted on held-out rows of the training
sets.{paired}

Text unlike the card's: single-label rows of GoEmotions dev (in Chromium `npm run evaluate -- training/out/data/goemotions.jsonl`).

| accuracy | F1 macro | emotional rows given a label | neutral rows left without | expected calibration error |
|---|---|---|---|---|
| {others[accuracy]:.4f} | {others[f1_macro]:.4f} | {others[answered]:.4f} | {others[neutral_unlabelled]:.4f} | {others[ece]:.4f} |

Our own sentences, `training/sentences.jsonl`, written before training and never trained on: share right (neutral: without a label).
Their writer had seen neither our training sentences nor any model's answers.

{sentences}

Share of validation rows that keep their label under one change of form (the float model's, `python training/evaluate.py`):

{robustness}

| graph | labels equal to the float model's | accuracy lost |
|---|---|---|
{agreements}

## Files

| file | bytes | SHA-256 |
|---|---|---|
{files}

One file of weights (int8, one scale a row) serves both graphs: `wasm.onnx` computes in int8, with one scale for each token's activations;
`webgpu.onnx` widens everything to float32.

## Known limits

- English only, and best on one to three sentences: the training texts average twenty words.
- What it learned was labelled by hashtags or by a few raters; "joy" and "love", "fear" and "surprise" overlap there and here.
- dair-ai/emotion files the very same text under two labels so often that one row in twenty cannot be had (`python training/noise.py`). Of new
  rows of its kind expect 0.94, from this file as from any rerun of the recipe.
- It reads words, not people: irony, quotations and in-jokes often fool it, and a label says nothing certain about the writer.
- Tweets and Reddit comments carry their writers' biases; expect uneven results across dialects and groups. Not for decisions about people.
"""


def table(shares: dict) -> str:
    return "| " + " | ".join(shares) + " |\n|" + "---|" * len(shares) + "\n| " + " | ".join(f"{x:.1%}" for x in shares.values()) + " |"


def against_the_card(paired: dict | None) -> str:
    if not paired:
        return ""
    low, high = paired["accuracy_interval"]
    least, most = paired["difference_interval"]
    return (f" The float model's accuracy lies in {low:.4f} to {high:.4f} (95 %, bootstrap); against the same base with the card's own settings\n"
            f"it gains {least:.1%} to {most:.1%} of the rows ({paired['only_this_right']} only it has right, {paired['only_other_right']} only the other; "
            f"exact McNemar test, p {'< 0.0001' if paired['p_value'] < 1e-4 else '= %.4f' % paired['p_value']}).")


def model_card(figures: dict, measured: dict, calibration: dict, agreements: dict, files: list[dict]) -> str:
    figures, others, sentences = figures["validation"], figures["goemotions"], figures["sentences"]
    return TEXT.format(
        **{k: v for k, v in figures.items() if isinstance(v, float)},
        **calibration,
        others=others,
        sentences=table(sentences),
        paired=against_the_card(measured.get("paired")),
        robustness=table(measured["robustness"]),
        labels=" | ".join(LABELS),
        bars="---|" * len(LABELS),
        f1=" | ".join(f"{figures['f1'][name]:.3f}" for name in LABELS),
        confusion="\n".join(f"| {name} | " + " | ".join(map(str, row)) + " |" for name, row in zip(LABELS, figures["confusion"])),
        agreements="\n".join(f"| {n}.onnx | {a['equal_labels']:.2%} | {a['accuracy_lost']:+.2%} |" for n, a in agreements.items()),
        files="\n".join(f"| {f['path']} | {f['bytes']:,} | `{f['sha256'][:16]}…` |" for f in files),
    )
