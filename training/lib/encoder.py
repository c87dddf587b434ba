"""A classifier over a pretrained encoder: load it, cut it smaller, ask it."""

from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn.utils.rnn import pad_sequence
from transformers import AutoModelForSequenceClassification, AutoTokenizer

from .labels import LABELS

MAX_TOKENS = 128
DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")
SPECIAL = 2  # [CLS] and [SEP]


def load_tokenizer(base: str | Path) -> Tokenizer:
    file = Path(base) / "tokenizer.json"
    try:
        tokenizer = Tokenizer.from_file(str(file)) if file.exists() else Tokenizer.from_str(AutoTokenizer.from_pretrained(base).backend_tokenizer.to_str())
    except (OSError, ValueError) as error:
        raise SystemExit(f"No base encoder at {base}. Name a Hub encoder at hand or a local folder.\n{error}") from error
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer


def load_model(base: str | Path) -> torch.nn.Module:
    names = dict(enumerate(LABELS))
    try:
        return AutoModelForSequenceClassification.from_pretrained(
            base, num_labels=len(LABELS), id2label=names, label2id={name: i for i, name in names.items()}, attn_implementation="sdpa" if DEVICE.type == "cuda" else "eager")
    except OSError as error:
        raise SystemExit(f"No base encoder at {base}. Name a Hub encoder at hand or a local folder.\n{error}") from error


def layers_of(model: torch.nn.Module) -> torch.nn.ModuleList:
    return model.base_model.encoder.layer if hasattr(model.base_model, "encoder") else model.base_model.transformer.layer


def feed_forward(layer: torch.nn.Module) -> tuple[torch.nn.Linear, torch.nn.Linear]:
    """The two matrices of a layer's feed-forward part, up and down."""
    return (layer.ffn.lin1, layer.ffn.lin2) if hasattr(layer, "ffn") else (layer.intermediate.dense, layer.output.dense)


def keep_layers(model: torch.nn.Module, layers: list[int]) -> None:
    """Leave only these layers of the encoder, in this order."""
    stack = layers_of(model)
    kept = torch.nn.ModuleList(stack[i] for i in layers)
    if hasattr(model.base_model, "encoder"):
        model.base_model.encoder.layer = kept
        model.config.num_hidden_layers = len(layers)
    else:
        model.base_model.transformer.layer = kept
        model.config.n_layers = len(layers)


def narrow(model: torch.nn.Module, width: int, batches) -> None:
    """
    Keep the `width` inner neurons of each feed-forward part that matter most: by |activation x gradient| of the loss, summed over the batches
    (first-order Taylor importance; Molchanov et al. 2017). `batches` gives losses, ready for `backward`.
    """
    ups = [feed_forward(layer)[0] for layer in layers_of(model)]
    scores = [torch.zeros(up.out_features, device=up.weight.device) for up in ups]
    outputs: dict[int, torch.Tensor] = {}

    def keep(i: int):
        def hook(module, inputs, output):
            output.retain_grad()
            outputs[i] = output

        return hook

    hooks = [up.register_forward_hook(keep(i)) for i, up in enumerate(ups)]
    for loss in batches:
        loss.backward()
        for i in range(len(ups)):
            scores[i] += (outputs[i] * outputs[i].grad).abs().sum((0, 1)).float()
        model.zero_grad()
    for hook in hooks:
        hook.remove()
    for layer, score in zip(layers_of(model), scores):
        up, down = feed_forward(layer)
        kept = score.topk(width).indices.sort().values
        up.weight, up.bias = torch.nn.Parameter(up.weight.data[kept].clone()), torch.nn.Parameter(up.bias.data[kept].clone())
        down.weight = torch.nn.Parameter(down.weight.data[:, kept].clone())
        up.out_features = down.in_features = width
    setattr(model.config, "hidden_dim" if hasattr(model.config, "hidden_dim") else "intermediate_size", width)


def without_attention_dropout(model: torch.nn.Module) -> None:
    """PyTorch draws masks on a CPU one number at a time: those over the attention scores take a third of a step."""
    for module in model.modules():
        if type(module).__name__.endswith("SelfAttention"):
            module.dropout.p = 0.0


def padded(encoded: list[list[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    ids = pad_sequence([torch.tensor(e) for e in encoded], batch_first=True)  # (B, T)
    mask = torch.arange(ids.shape[1]) < torch.tensor([[len(e)] for e in encoded])  # (B, T)
    return ids.to(DEVICE), mask.long().to(DEVICE)


@torch.no_grad()
def predict(model: torch.nn.Module, tokenizer: Tokenizer, texts: list[str], size: int = 128) -> torch.Tensor:
    """Logits in float32, (len(texts), 6), in the order of the texts."""
    training = model.training
    model.eval()
    encoded = [e.ids for e in tokenizer.encode_batch_fast(texts)]
    order = sorted(range(len(texts)), key=lambda i: len(encoded[i]))
    logits = torch.zeros(len(texts), len(LABELS), device=DEVICE)
    for start in range(0, len(order), size):
        batch = order[start : start + size]
        ids, mask = padded([encoded[i] for i in batch])
        logits[batch] = model(input_ids=ids, attention_mask=mask).logits.float()
    model.train(training)
    return logits.cpu()
