import numpy as np
import onnxruntime
import torch
from transformers import BertConfig, BertForSequenceClassification

from lib.graphs import write_graphs
from single_file import CONFIGS, write_single_file


def test_a_folded_model_is_one_file_with_the_same_logits(tmp_path):
    torch.manual_seed(1)
    sizes = {"vocab_size": 60, "hidden_size": 48, "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": 96}
    model, folder = tmp_path / "model", tmp_path / "folded"
    write_graphs(BertForSequenceClassification(BertConfig(**sizes, num_labels=6)).eval(), model / "onnx")
    for name in CONFIGS:
        (model / name).write_text(name)

    write_single_file(model, folder)

    assert sorted(str(f.relative_to(folder)) for f in folder.rglob("*") if f.is_file()) == sorted([*CONFIGS, "onnx/model_quantized.onnx"])
    ids = np.array([[2, 17, 42, 3]], dtype=np.int64)
    feeds = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
    ours, folded = (onnxruntime.InferenceSession(str(path)).run(None, feeds)[0]
                    for path in (model / "onnx/wasm.onnx", folder / "onnx/model_quantized.onnx"))
    np.testing.assert_array_equal(ours, folded)
