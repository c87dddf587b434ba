#!/usr/bin/env bash
# The recipe's tests, in a virtual environment of their own.
set -euo pipefail
cd "$(dirname "$0")/.."
training/install.sh
PATH="$PWD/training/.venv/bin:$PATH" HF_HUB_OFFLINE=1 python -m pytest -q training/tests "$@"
