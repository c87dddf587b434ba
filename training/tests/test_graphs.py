import numpy as np
import onnxruntime
import pytest
import torch
from transformers import BertConfig, BertForSequenceClassification, DistilBertConfig, DistilBertForSequenceClassification

from lib.graphs import write_graphs

SIZES = {
    "bert": {"vocab_size": 60, "hidden_size": 48, "num_hidden_layers": 3, "num_attention_heads": 4, "intermediate_size": 96},
    "distilbert": {"vocab_size": 60, "dim": 48, "n_layers": 3, "n_heads": 4, "hidden_dim": 96},
}
SHORT, LONG = [2, 17, 42, 3], [2, 9, 9, 31, 7, 55, 20, 11, 3]


@pytest.fixture(scope="module", params=SIZES)
def exported(request, tmp_path_factory):
    """A random classifier of either architecture, and what its graphs give for rows filled up to one length."""
    torch.manual_seed(1)
    sizes = SIZES[request.param]
    model = (BertForSequenceClassification(BertConfig(**sizes, num_labels=6)) if request.param == "bert"
             else DistilBertForSequenceClassification(DistilBertConfig(**sizes, num_labels=6))).eval()
    folder = tmp_path_factory.mktemp(request.param)
    write_graphs(model, folder)
    sessions = {name: onnxruntime.InferenceSession(str(folder / f"{name}.onnx")) for name in ("wasm", "webgpu")}

    def logits_of(name: str, rows: list[list[int]]) -> np.ndarray:
        longest = max(map(len, rows))
        ids = np.array([row + [0] * (longest - len(row)) for row in rows], dtype=np.int64)
        mask = np.array([[1] * len(row) + [0] * (longest - len(row)) for row in rows], dtype=np.int64)
        return sessions[name].run(None, {"input_ids": ids, "attention_mask": mask})[0]

    return model, logits_of


@pytest.mark.parametrize("graph, tolerance", [("webgpu", 0.01), ("wasm", 0.03)])
def test_a_graph_gives_the_models_logits(exported, graph, tolerance):
    model, logits_of = exported
    for row in (SHORT, LONG):
        expected = model(torch.tensor([row])).logits.detach().numpy()
        np.testing.assert_allclose(logits_of(graph, [row]), expected, atol=tolerance)


@pytest.mark.parametrize("graph", ["webgpu", "wasm"])
def test_a_rows_logits_do_not_depend_on_what_it_is_read_with(exported, graph):
    _, logits_of = exported
    together = logits_of(graph, [SHORT, LONG, SHORT])
    for row, logits in zip((SHORT, LONG, SHORT), together):
        np.testing.assert_allclose(logits, logits_of(graph, [row])[0], atol=1e-5)
