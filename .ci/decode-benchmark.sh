#!/usr/bin/env bash
# Proves that events decode as fast as Docs says, as ratios to msgspec, simdjson and Foundation measured in the same run, and
# that nothing is fast by leaving out work.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

need c++ g++
c++ -E -x c++ - <<<'#include <simdjson.h>' >/dev/null 2>&1 || install_package libsimdjson-dev
venv decode msgspec==0.22.0 orjson==3.13.0
"$CI_TMP/venv-decode/bin/python" .ci/decode-benchmark.py --check --rounds 3
