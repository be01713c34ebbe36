#!/usr/bin/env bash
# Proves that a campaign with a journal survives being killed: each message has one outcome, none is lost, and none is
# accepted twice by the server. Fewer messages and kills than by hand, where it is
#
#   CAMPAIGN_MESSAGES=50000 CAMPAIGN_KILLS=20 bash .ci/campaign-kill.sh
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need python3 python3

swift build "${strict[@]}" --product ses-quickstart
python3 .ci/campaign-kill.py --messages "${CAMPAIGN_MESSAGES:-4000}" --kills "${CAMPAIGN_KILLS:-8}" -- \
    "$(swift build "${strict[@]}" --show-bin-path)/ses-quickstart" campaign
