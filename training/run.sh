#!/usr/bin/env bash
# From a pretrained encoder and the data sets to public/model and models/open.
#
#     training/run.sh [BASE] [DATA] [more options for tasks.py]
#
# BASE is a Hub name at hand or a local folder (default distilbert-base-uncased), DATA a folder as training/README.md describes it
# (default ../shared/data). OUT, TO and RESULTS in the environment name other places for intermediate files, for the models and for figures, KINDS
# other kinds than "research open", ROWS options of data.py, CARD options of the card's run. What was broken off goes on; what is done is not done again.
set -euo pipefail
base=${1:-distilbert-base-uncased}
data=${2:-../shared/data}
options=("${@:3}")
out=${OUT:-training/out}
to=${TO:-.}
results=${RESULTS:-training/results}
kinds=${KINDS:-research open}

# 1. Rows, prepared by the browser's own code, and a vocabulary from them.
for kind in $kinds; do
  python training/data.py --kind "$kind" --data "$data" --to "$out" ${ROWS:-}
  python training/vocabulary.py --base "$base" --rows "$out/$kind/train.jsonl" --to "$out/$kind/base"
done

# 2. Teachers, the student that they teach, and students that never saw one corpus.
python training/tasks.py --kind $kinds --out "$out" ${options[@]+"${options[@]}"}

# 3. The seed's settings on this base, for the table beside the card's.
if [[ $kinds == *research* && ! -e $out/card/table.md ]]; then
  python training/train.py --base "$base" --rows "$out/card.jsonl" --to "$out/card" --watch "$out/measured/validation.jsonl" ${CARD:-}
  mkdir -p "$results" && cp "$out/card/table.md" "$results/card.md"
fi

# 4. Temperature, threshold and figures; then the graphs, proved against the float model.
for kind in $kinds; do
  against=(); [[ $kind == research ]] && against=(--against "$out/card")
  python training/evaluate.py --kind "$kind" --model "$out/$kind/student" --out "$out" --results "$results" ${against[@]+"${against[@]}"}
  folder=public/model; [[ $kind == research ]] || folder=models/$kind
  mkdir -p "$(dirname "$to/$folder")"
  python training/export.py --kind "$kind" --model "$out/$kind/student" --out "$out" --results "$results" --to "$to/$folder"
done
