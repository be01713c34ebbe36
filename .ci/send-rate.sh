#!/usr/bin/env bash
# Proves that a run finds out how fast the account may send and keeps to it, over real sockets and by the real clock: 95 % of the
# rate that a server enforces, and less than one message of a thousand refused.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need python3 python3

swift build "${strict[@]}" --product ses-quickstart
python3 .ci/send-rate.py --check --seconds "${SEND_RATE_SECONDS:-75}" -- \
    "$(swift build "${strict[@]}" --show-bin-path)/ses-quickstart" campaign
