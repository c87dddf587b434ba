"""What a Python user has: transformers' pipeline with a model of the seed's size, random weights, our tokenizer. Reads texts as JSON, prints texts a second."""

import gzip
import json
import sys
import time

from tokenizers import Tokenizer
from transformers import DistilBertConfig, DistilBertForSequenceClassification, PreTrainedTokenizerFast, pipeline

texts = json.load(sys.stdin)
with gzip.open("models/open/tokenizer.json.gzip", "rt", encoding="utf-8") as file:
    ours = Tokenizer.from_str(file.read())
tokenizer = PreTrainedTokenizerFast(tokenizer_object=ours, pad_token="[PAD]", model_max_length=512)
model = DistilBertForSequenceClassification(DistilBertConfig(num_labels=6)).eval()
classify = pipeline("text-classification", model=model, tokenizer=tokenizer, device=-1)
classify(texts[:8])
speeds = {}
for batch in (1, 32):
    started = time.perf_counter()
    classify(texts, batch_size=batch)
    speeds[str(batch)] = len(texts) / (time.perf_counter() - started)
print(json.dumps(speeds))
