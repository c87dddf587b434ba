#!/usr/bin/env bash
# WebGPU on a real GPU beside WASM, in one run of at most 8 minutes.
#
#     bench/gpu.sh [--software]
#
# For a machine with a GPU and without a network: bring this folder with its node_modules, a `dist/` (npm run build), and, where there is no Chromium,
# Debian's packages of it in `chromium-debs/` (apt-get download). --software tries the script on the software adapter, with few texts.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -z "${CHROMIUM:-}" ] && ! command -v chromium >/dev/null && compgen -G 'chromium-debs/*.deb' >/dev/null; then
  unpacked=$(mktemp -d)
  trap 'rm -rf "$unpacked"' EXIT
  for package in chromium-debs/*.deb; do dpkg-deb -x "$package" "$unpacked"; done
  export CHROMIUM="$unpacked/usr/lib/chromium/chromium" LD_LIBRARY_PATH="$unpacked/usr/lib/x86_64-linux-gnu"
fi
timeout 480 npx tsx bench/gpu/gpu.ts "$@"
