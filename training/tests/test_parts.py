"""The parts of the recipe that a wrong figure could hide in."""

import json
import random
from pathlib import Path

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer

import form
import toy
import vocabulary
from data import as_often_as_in, row
from decide import expected_f1, rare_bias
from evaluate import expected_calibration_error, fit_temperature, fit_threshold, metrics, softmax
from graphs import quantize_rows
from noise import best_f1, filed_under_both, split_words, told_by_chance
from own import template_rows, written_rows


def test_quantized_rows_are_within_half_a_step():
    weight = torch.randn(5, 40) * torch.tensor([1e-4, 0.1, 1, 10, 0])[:, None]
    values, scales = quantize_rows(weight)
    assert values.dtype == torch.int8 and values.abs().max() <= 127
    assert ((values * scales[:, None] - weight).abs() <= scales[:, None] / 2 + 1e-9).all()


def test_the_temperature_of_exaggerated_logits_is_found_again():
    dice = np.random.default_rng(0)
    logits = dice.normal(size=(4000, 6)) * 2
    truth = np.array([dice.choice(6, p=p) for p in softmax(logits)])
    assert fit_temperature(logits * 2, truth) == pytest.approx(2, rel=0.1)


def test_a_rare_label_is_named_from_half_of_the_f1_that_its_probabilities_promise():
    logits = np.full((20_000, 6), -30.0)
    logits[:, 4], logits[:, 5] = 0, np.random.default_rng(0).normal(-4, 3, 20_000)  # fear or surprise, mostly fear
    scores, alike = softmax(logits), np.ones(len(logits))
    bias = rare_bias(logits, 1, alike)
    reached = {b: expected_f1(scores, (logits + b * np.eye(6)[5]).argmax(1), 5, alike) for b in [0, bias[5], *np.linspace(-1, 2, 61)]}
    assert reached[bias[5]] > reached[0]
    assert reached[bias[5]] == pytest.approx(max(reached.values()), abs=1e-4)
    assert 1 / (1 + np.exp(bias[5])) == pytest.approx(reached[bias[5]] / 2)  # the least probability that is named surprise
    assert not bias[[0, 1, 3, 4]].any()


def test_the_expected_f1_by_hand():
    scores = np.array([[0.8, 0.2, 0, 0, 0, 0], [0.4, 0.6, 0, 0, 0, 0]])
    alike = np.ones(2)
    assert expected_f1(scores, np.array([0, 1]), 0, alike) == pytest.approx(2 * 0.8 / (1.2 + 1))
    assert expected_f1(scores, np.array([1, 1]), 0, alike) == 0
    assert expected_f1(scores, np.array([0, 1]), 5, alike) == 1


def test_a_held_out_row_counts_by_its_weight():
    dice = np.random.default_rng(0)
    logits = dice.normal(size=(200, 6)) * 2
    truth = np.array([dice.choice(6, p=p) for p in softmax(logits)])
    times = 1 + 2 * (truth == logits.argmax(1))
    again = np.repeat(logits, times, axis=0)
    assert fit_temperature(logits, truth, times * 1.0) == fit_temperature(again, np.repeat(truth, times))
    assert rare_bias(logits, 1, times * 1.0) == pytest.approx(rare_bias(again, 1, np.ones(len(again))))


def test_rare_emotions_are_as_rare_in_a_fit_as_in_train():
    train = [row("", label, "emotion") for label in ["joy"] * 9 + ["love"]]
    rows = [row("", label, source) for label, source in [("joy", "emotion")] * 3 + [("love", "extra")] * 5 + [("neutral", "xed")]]
    weighted = as_often_as_in(train, rows)
    assert sum(r["weight"] for r in weighted[:3]) == pytest.approx(0.9 * 8)
    assert sum(r["weight"] for r in weighted[3:8]) == pytest.approx(0.1 * 8)
    assert weighted[8] == rows[8]


def test_the_threshold_parts_neutral_from_emotional_rows():
    rows = [{"source": "goemotions", "label": label, "weight": 1.0} for label in ["neutral"] * 50 + ["joy"] * 50]
    strongest = np.array([0.3] * 50 + [0.8] * 50)
    assert 0.3 < fit_threshold(strongest, rows) <= 0.8


def test_the_threshold_is_as_high_as_emotional_rows_can_afford_for_sure():
    rows = [{"source": "goemotions", "label": label, "weight": 1.0} for label in ["neutral"] * 1000 + ["joy"] * 1000]
    strongest = np.concatenate([np.zeros(1000), np.linspace(0, 1, 1000)])  # at a threshold of t, 1 - t of the emotional rows keep theirs
    surely = 0.75 + 1.645 * (0.75 * 0.25 / 1000) ** 0.5
    assert fit_threshold(strongest, rows) == pytest.approx(1 - surely, abs=0.005)


def test_a_split_word_bounds_what_a_rule_by_word_can_reach():
    rows = [{"text": f"amazing {i}", "label": label} for i, label in enumerate(["joy"] * 20 + ["surprise"] * 20)]
    rows += [{"text": "plain", "label": "surprise"}] * 10
    words = split_words(rows)
    assert list(words) == ["amazing"]
    assert best_f1(rows, words, "surprise") == pytest.approx(2 * 30 / (30 + 50))  # all of them: 30 right, 20 wrong


def test_a_text_that_is_filed_under_both_labels_is_counted():
    extra = [row("so sweet", "joy", "extra"), row("so sweet", "love", "extra"), row("sweet dreams", "joy", "extra"), row("so odd", "joy", "extra")]
    assert filed_under_both(extra, "sweet", ["joy", "love"]) == "1 of 2"
    assert filed_under_both(extra, "sweet", ["joy", "anger"]) == ""


def test_one_of_two_rows_with_the_same_text_is_told_by_chance():
    train = [row(f"{label} {i}", label, "emotion") for label, n in (("joy", 30), ("love", 10)) for i in range(n)]
    extra = [row(f"so sweet {i}", "love", "extra") for i in range(20)]  # whole: 20, so there are 60 joy rows, of which 30 are here
    extra += [row(f"so sweet {i}" if i < 3 else f"fun {i}", "joy", "extra") for i in range(30)]
    assert told_by_chance(extra, train) == pytest.approx(6 / 80)  # 3 of half the joy rows have a twin, so 6 of all


def test_calibration_error_by_hand():
    scores = np.full((4, 6), 0.02)
    scores[:, 1] = 0.9
    assert expected_calibration_error(scores, np.array([1, 1, 0, 0])) == pytest.approx(0.4)


def test_metrics_count_neutral_rows_apart():
    scores = np.array([[0.9, 0.1, 0, 0, 0, 0], [0.4, 0.3, 0.3, 0, 0, 0]])
    figures = metrics(scores, [{"label": "sadness"}, {"label": "neutral"}], 0.5)
    assert (figures["accuracy"], figures["answered"], figures["neutral_unlabelled"]) == (1.0, 1.0, 1.0)


def test_trimming_makes_no_word_unknown_and_emoji_become_words(tmp_path):
    full = vocabulary.with_emoji(vocabulary.tokenizer_json(str(toy.write_base(tmp_path / "base", "bert"))))
    trimmed = vocabulary.with_vocabulary(full, vocabulary.kept_pieces(full, ["so very happy"], at_least=1))
    tokenizer = Tokenizer.from_str(json.dumps(trimmed))
    assert len(trimmed["model"]["vocab"]) < len(full["model"]["vocab"])
    assert tokenizer.encode("happy").tokens == ["[CLS]", "happy", "[SEP]"]
    assert "[UNK]" not in tokenizer.encode("furious darling party").tokens
    assert "".join(tokenizer.encode("😢").tokens[1:-1]).replace("##", "") == "cryingface"
    assert tokenizer.encode("👍🏽").tokens == tokenizer.encode("👍").tokens


def test_each_change_of_form_changes_a_text_and_only_its_form():
    dice = random.Random(3)
    text = "i feel like nobody dont understand me"
    for name, change in form.VARIANTS.items():
        assert change(text, dice) != text, name
    assert form.apostrophes("i m sure i dont", dice) == "i'm sure i don't"
    assert len(form.typo(text, dice).split()) == len(text.split())


def test_changes_of_form_bear_odd_texts():
    dice = random.Random(4)
    for text in ["", "a", "!!!", "😢", "12 34"]:
        for change in form.VARIANTS.values():
            assert isinstance(change(text, dice), str)


def test_own_training_rows_and_measured_sentences_share_nothing():
    measured = {json.loads(line)["text"].lower() for line in (Path(form.__file__).parent / "sentences.jsonl").open(encoding="utf-8")}
    assert len(measured) >= 150
    assert not measured & {row["text"].lower() for row in [*template_rows(), *written_rows()]}
