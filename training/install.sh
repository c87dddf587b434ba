#!/usr/bin/env bash
# A virtual environment of the recipe's own, training/.venv, with the pinned requirements.
set -euo pipefail
cd "$(dirname "$0")"
[ -x .venv/bin/python ] || python3 -m venv .venv
.venv/bin/pip install --quiet --disable-pip-version-check --requirement requirements.txt
