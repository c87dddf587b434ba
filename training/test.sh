#!/usr/bin/env bash
# The recipe's tests, in a virtual environment of their own with the pinned requirements.
set -euo pipefail
cd "$(dirname "$0")/.."
venv=training/.venv
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check --requirement training/requirements.txt
PATH="$PWD/$venv/bin:$PATH" HF_HUB_OFFLINE=1 python -m pytest -q training/tests "$@"
