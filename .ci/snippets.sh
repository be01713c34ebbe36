#!/usr/bin/env bash
# Proves that every Swift sample of the documents compiles as a user would compile it, that the samples which are tests
# pass, and (first) that a broken sample would be noticed. The scheme is in snippets.py.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need python3 python3

python3 .ci/snippets.py --self-test
python3 .ci/snippets.py
