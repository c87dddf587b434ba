#!/usr/bin/env bash
# A small run beside the same rows on one machine, undisturbed and with killed processes: `test.sh [ROWS]`, after `npm run build:package`.
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
if ! command -v java >/dev/null; then
  as_root=$([ "$(id -u)" = 0 ] || echo sudo)
  $as_root apt-get install -y default-jre-headless >/dev/null || { $as_root apt-get update && $as_root apt-get install -y default-jre-headless >/dev/null; }
fi
[ -x .venv/bin/python ] || python3 -m venv .venv
.venv/bin/pip install --quiet --disable-pip-version-check --requirement requirements.txt
PATH=$PWD/.venv/bin:$PATH .venv/bin/python test_label.py "${1:-2000}" node "$root/bin/emotion-tag.js"
