#!/usr/bin/env bash
# From a pretrained encoder and the data sets to public/model.
#
#     training/run.sh [BASE] [DATA] [more options for train.py]
#
# BASE is a Hub name at hand or a local folder (default distilbert-base-uncased), DATA a folder as training/README.md describes it
# (default ../shared/data). OUT and TO in the environment name other places for intermediate files and for the model.
set -euo pipefail
base=${1:-distilbert-base-uncased}
data=${2:-../shared/data}
options=("${@:3}")
out=${OUT:-training/out}
to=${TO:-public/model}
results=${RESULTS:-training/results}

# 1. Rows: the seed's own, and every source that the shipped model learns from.
python training/data.py --data "$data" --to "$out/data"

# 2. The seed's settings on this base, for the table beside the card's.
python training/train.py --base "$base" --name card --data "$out/data" --to "$out" --results "$results" ${options[@]+"${options[@]}"}

# 3. The shipped model: a smaller vocabulary that reads emoji, all the rows, texts in many forms.
python training/vocabulary.py --base "$base" --rows "$out/data/mixed.jsonl" --at-least 17 --to "$out/base"
python training/train.py --base "$out/base" --name broad --rows mixed --vary --no-attention-dropout --lr 1.2e-4 --warmup 0.06 --epochs 6 \
  --data "$out/data" --to "$out" --results "$results" ${options[@]+"${options[@]}"}

# 4. The last epochs nearly in the card's own balance (the broad model finds every rare emotion, and names it too often), with the
#    sentences that we wrote.
python training/train.py --base "$out/broad" --name settled --rows settled --vary --no-attention-dropout --lr 6e-5 --warmup 0.06 --epochs 2 \
  --data "$out/data" --to "$out" --results "$results" ${options[@]+"${options[@]}"}

# 5. Love and surprise are named where that is the best guess for their F1, and not for accuracy alone.
python training/decide.py --model "$out/settled" --data "$out/data" --to "$out/shipped"

# 6. Figures; then the graphs, proved against the float model, with their temperature and threshold.
python training/evaluate.py --model "$out/shipped" --against "$out/card" --data "$out/data" --results "$results"
python training/export.py --model "$out/shipped" --data "$out/data" --results "$results" --to "$to"
