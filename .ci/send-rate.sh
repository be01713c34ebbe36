#!/usr/bin/env bash
# Proves that a run finds out how fast the account may send and keeps to it, over real sockets and by the real clock: 90 % of the
# rate that a server enforces at least, and at most 0.5 % refused. Aimed at, and reached on a quiet machine, are 95 % and 0.1 %.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need python3 python3

swift build "${strict[@]}" --product ses-quickstart
python3 .ci/send-rate.py --check --seconds "${SEND_RATE_SECONDS:-75}" -- \
    "$(swift build "${strict[@]}" --show-bin-path)/ses-quickstart" campaign
