"""The parts of the recipe that a wrong figure could hide in."""

import json
import random
from pathlib import Path

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer
from torch.nn import functional as F

import data
import toy
import train
import vocabulary
from lib import batches, calibration, grid, metrics, rows, sources, variants
from lib.feelings import feeling_rows
from lib.weights import quantize_rows

HERE = Path(train.__file__).parent


def test_quantized_rows_are_within_half_a_step():
    weight = torch.randn(5, 40) * torch.tensor([1e-4, 0.1, 1, 10, 0])[:, None]
    values, scales = quantize_rows(weight)
    assert values.dtype == torch.int8 and values.abs().max() <= 127
    assert ((values * scales[:, None] - weight).abs() <= scales[:, None] / 2 + 1e-9).all()


def test_between_two_models_on_one_grid_is_on_it_and_no_row_leans_to_either():
    scale = torch.rand(6) + 0.1
    first, second = (torch.randint(-3, 4, (6, 200)).float() for _ in range(2))
    mixed = grid.between(first * scale[:, None], second * scale[:, None], 0.3, scale) / scale[:, None]
    assert torch.allclose(mixed, mixed.round(), atol=1e-4)
    assert (mixed >= torch.minimum(first, second) - 1e-4).all() and (mixed <= torch.maximum(first, second) + 1e-4).all()
    assert ((mixed - torch.lerp(first, second, 0.3)).sum(1).abs() <= 1).all()
    assert torch.equal(mixed.round()[first == second], first[first == second])
    assert torch.equal(grid.between(torch.zeros(3), torch.ones(3), 0.25, None), torch.full((3,), 0.25))


def test_what_was_trained_on_a_grid_is_found_again_exactly():
    weight = torch.randn(8, 64)
    for bits in (4, 5):
        on_grid = grid.Grid(weight, bits)
        trained = on_grid(weight)
        values, _ = quantize_rows(trained, on_grid.scale)
        assert values.abs().max() <= 2 ** (bits - 1) - 1
        assert torch.equal(values * on_grid.scale[:, None], trained)


def test_gradients_go_through_the_grid_as_if_nothing_were_rounded():
    weight = torch.randn(3, 5, requires_grad=True)
    (grid.Grid(weight.data, 5)(weight) * torch.arange(5.0)).sum().backward()
    assert torch.equal(weight.grad, torch.arange(5.0).expand(3, 5))


def test_the_temperature_of_exaggerated_logits_is_found_again():
    dice = np.random.default_rng(0)
    logits = dice.normal(size=(4000, 6)) * 2
    told = [{"label": rows.LABELS[dice.choice(6, p=p)]} for p in metrics.softmax(logits)]
    assert calibration.fit_temperature(logits * 2, told) == pytest.approx(2, rel=0.1)
    assert calibration.foreign_temperature({"one": (logits * 2, told), "other": (logits * 2, told)})[0] == pytest.approx(2, rel=0.15)


def test_a_temperature_is_carried_over_to_a_model_that_is_twice_as_sure():
    logits = np.random.default_rng(1).normal(size=(1000, 6))
    assert calibration.carried_over(1.5, logits, logits * 2) == pytest.approx(3, rel=0.03)


def test_the_threshold_is_where_both_kinds_of_fault_are_alike():
    told = [{"source": "goemotions", "label": label} for label in ["neutral"] * 100 + ["joy"] * 100]
    strongest = np.concatenate([np.linspace(0.1, 0.7, 100), np.linspace(0.3, 0.9, 100)])
    threshold = calibration.fit_threshold(strongest, told, "goemotions")
    assert (strongest[:100] < threshold).mean() == pytest.approx((strongest[100:] >= threshold).mean(), abs=0.02)


def test_calibration_error_by_hand():
    sure, right = np.full(4, 0.9), np.array([True, True, False, False])
    assert metrics.expected_calibration_error(sure, right) == pytest.approx(0.4)


def test_metrics_count_neutral_rows_and_rows_of_several_labels_apart():
    scores = np.array([[0.9, 0.1, 0, 0, 0, 0], [0.4, 0.3, 0.3, 0, 0, 0], [0, 0.6, 0.4, 0, 0, 0]])
    figures = metrics.metrics(scores, [{"label": "sadness"}, {"label": "neutral"}, {"label": "love", "labels": {"love": 0.5, "joy": 0.5}}], 0.5)
    assert (figures["accuracy"], figures["answered"], figures["neutral_unlabelled"]) == (1.0, 1.0, 1.0)
    assert (figures["several"], figures["several_hit"]) == (1, 1.0)


def test_praise_called_anger_and_a_complaint_called_love_are_contradictions():
    scores = np.eye(6)[[3, 1, 2, 3]]
    told = [{"polarity": side} for side in ("positive", "positive", "negative", "negative")]
    figures = metrics.polarity(scores, told, 0.5)
    assert (figures["praise"]["contradicted"], figures["complaints"]["contradicted"]) == (0.5, 0.5)


def batch_of(made: list[dict]) -> batches.Batch:
    allowed = torch.tensor([rows.allowed_of(r) for r in made])
    targets = torch.tensor([rows.target_of(r) for r in made])
    return batches.Batch(torch.zeros(1), torch.zeros(1), targets, allowed, allowed.min(1).values < 1, torch.ones(len(made)), torch.arange(len(made)))


def test_a_row_that_only_excludes_labels_costs_nothing_for_any_other():
    praise = {"label": "neutral", "allowed": ["joy", "love", "surprise"]}
    for label, least, most in ((1, 0, 0.01), (2, 0, 0.01), (3, 5, 99)):
        loss = train.loss_of(torch.eye(6)[[label]] * 20, batch_of([praise]), None, None)
        assert least <= loss <= most


def test_most_of_a_taught_row_is_its_teachers_and_our_own_rows_keep_their_label():
    logits, teacher = torch.randn(2, 6), torch.full((2, 6), 1 / 6)
    both = batch_of([{"label": "joy"}, {"label": "joy"}])
    own = F.cross_entropy(logits, torch.tensor([1, 1]), reduction="none")
    divergence = (teacher * (teacher.log() - F.log_softmax(logits, 1))).sum(1)
    expected = ((1 - train.TAUGHT) * own[0] + train.TAUGHT * divergence[0] + own[1]) / 2
    assert train.loss_of(logits, both, teacher, torch.tensor([True, False])) == pytest.approx(expected.item(), abs=1e-5)


def test_the_open_model_learns_from_rows_of_open_terms_alone():
    assert set(sources.KINDS["open"]) == {"goemotions", "xed", "semeval25_eng", "repe_scenarios", "templates", "feelings", "written"}
    sources.assert_allowed([rows.row("a", "joy", "goemotions")], "open")
    for source in ("emotion", "polarity", "from a friend"):
        with pytest.raises(SystemExit, match=source):
            sources.assert_allowed([rows.row("a", "joy", source)], "open")
    with pytest.raises(SystemExit, match="no source"):
        sources.assert_allowed([{"text": "a", "label": "joy"}], "research")


def test_trimming_keeps_common_words_and_every_letter(tmp_path):
    full = vocabulary.tokenizer_json(str(toy.write_base(tmp_path / "base", "bert")))
    trimmed = vocabulary.with_vocabulary(full, vocabulary.kept_pieces(full, [{"text": "so very happy"}], most=8))
    tokenizer = Tokenizer.from_str(json.dumps(trimmed))
    assert len(trimmed["model"]["vocab"]) < len(full["model"]["vocab"])
    assert tokenizer.encode("happy").tokens == ["[CLS]", "happy", "[SEP]"]
    assert "[UNK]" not in tokenizer.encode("furious darling party").tokens


def test_texts_are_prepared_by_the_browsers_own_code():
    assert rows.prepared(["i dont &lt;3 it :(", "sooooo @bob 😀", ""]) == ["i don't red heart it slightly frowning face", "so @user grinning face", ""]


def test_each_change_of_form_changes_a_text_and_bears_odd_ones():
    dice = random.Random(3)
    text = "i feel like nobody, don't understand me"
    for name, change in variants.VARIANTS.items():
        assert change(text, dice) != text, name
        for odd in ["", "a", "!!!", "😢", "12 34"]:
            assert isinstance(change(odd, dice), str)


def test_own_training_rows_and_measured_sentences_share_nothing():
    measured = [r for name in ("blind", "kinds") for r in rows.read_rows(HERE / f"{name}.jsonl")]
    own = [*sources.SOURCES["templates"].rows(HERE), *sources.SOURCES["written"].rows(HERE), *feeling_rows()]
    assert len(measured) == 580 and len(own) > 15_000
    assert not {r["text"].lower() for r in measured} & {r["text"].lower() for r in own}


def test_extra_rows_are_shared_out_as_wanted():
    made = [rows.row(str(i), label, "emotion") for i, label in enumerate(["joy"] * 8 + ["love"] * 2)]
    made += [rows.row(f"x{i}", label, "extra") for i, label in enumerate(["joy"] * 50 + ["love"] * 50)]
    shares = {r["label"]: r["share"] for r in data.shared_out(made, per_epoch=20, balance=1) if r["source"] == "extra"}
    assert (shares["joy"] * 50, shares["love"] * 50) == (pytest.approx(16), pytest.approx(4))
