"""A toy world with the shape of the real one: data folders of a few hundred rows, and random encoders with a real WordPiece."""

import json
import random
from pathlib import Path

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, trainers
from transformers import BertConfig, BertModel, DistilBertConfig, DistilBertModel

WORDS = {"sadness": "crying gloomy miss", "joy": "happy party laugh", "love": "darling adore kiss", "anger": "furious hate stupid",
         "fear": "scared dark monster", "surprise": "wow sudden unexpected", "neutral": "table meeting number"}
FILLERS = "the a my i was and then today with people so very some thing feel it".split()
NAMES = ["sadness", "joy", "love", "anger", "fear", "surprise", "neutral"]


def sentence(label: str, dice: random.Random) -> str:
    words = dice.choices(FILLERS, k=dice.randint(3, 8))
    for word in dice.choices(WORDS[label].split(), k=2):
        words.insert(dice.randrange(len(words)), word)
    return " ".join(words)


def write_data(folder: Path) -> Path:
    dice = random.Random(1)
    (folder / "emotion").mkdir(parents=True)
    for name, count in (("train", 400), ("extra", 400), ("validation", 90)):
        rows = [{"text": sentence(label, dice), "label": label} for label in NAMES[:6] for _ in range(count // 6)]
        (folder / f"emotion/{name}.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows))
    (folder / "goemotions").mkdir()
    (folder / "goemotions/emotions.txt").write_text("\n".join(NAMES))
    for split in ("train", "dev"):
        rows = [f"{sentence(label, dice)} [NAME]!\t{i}\tid{n}" for i, label in enumerate(NAMES) for n in range(60)]
        (folder / f"goemotions/{split}.tsv").write_text("\n".join(rows))
    (folder / "xed").mkdir()
    (folder / "xed/en-annotated.tsv").write_text("\n".join(f"{sentence('fear', dice)} .\t4" for _ in range(30)))
    (folder / "more").mkdir()
    for name in ("crowd_envent", "repe_scenarios", "semeval18_ec", "semeval25_eng", "wassa22_essays", "emotion_stimulus", "smile", "emoevent_en", "crowdflower"):
        rows = [{"text": f"{sentence(label, dice)} {name}", "label": label} for label in NAMES for _ in range(12)]
        (folder / f"more/{name}.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows))
    sides = {"positive": "joy", "negative": "anger", "neutral": "neutral"}
    rows = [{"text": sentence(label, dice) + " @user", "polarity": side, "source": "toy"} for side, label in sides.items() for _ in range(60)]
    (folder / "more/polarity.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows))
    (folder / "xed/neu_en.txt").write_text("\n".join(f"9\t{sentence('neutral', dice)} ." for _ in range(30)))
    return folder


def write_base(folder: Path, kind: str) -> Path:
    """A BERT or DistilBERT of random small weights with a WordPiece trained on the toy words."""
    folder.mkdir(parents=True)
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]", continuing_subword_prefix="##", max_input_chars_per_word=100))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    texts = [*FILLERS, *" ".join(WORDS.values()).split(), "abcdefghijklmnopqrstuvwxyz0123456789!?.,'#@- crying face red heart"]
    tokenizer.train_from_iterator(texts * 3, trainers.WordPieceTrainer(vocab_size=1200, min_frequency=1, special_tokens=special))
    ids = [(token, tokenizer.token_to_id(token)) for token in ("[SEP]", "[CLS]")]
    tokenizer.post_processor = processors.BertProcessing(*ids)
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "tokenizer_config.json").write_text(json.dumps({"tokenizer_class": "PreTrainedTokenizerFast"}))
    size = tokenizer.get_vocab_size()
    if kind == "bert":
        model = BertModel(BertConfig(vocab_size=size, hidden_size=48, num_hidden_layers=2, num_attention_heads=4, intermediate_size=96))
    else:
        model = DistilBertModel(DistilBertConfig(vocab_size=size, dim=48, n_layers=2, n_heads=4, hidden_dim=96))
    model.save_pretrained(folder)
    return folder
