#!/usr/bin/env bash
# Proves that the webhook of Docs/Intake.md, a plain Hummingbird service of a package outside this repository, holds under load: wrk posts
# messages that simulated SNS really signed, alone and then beside hostile ones. Every good one is taken and handled once, no hostile
# one is, nothing but SNS's certificate is asked for, memory stays level, and the service lives.
#
# The program is webhook-service in outside-server/, whose build it shares. By hand, for ten minutes:
#
#   SES_WEBHOOK_SECONDS=600 bash .ci/webhook-load.sh
#
# SES_SERVER_SCRATCH names a folder to build in and keep.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=outside-server/package.sh
source .ci/outside-server/package.sh
need wrk wrk
# Another verifier of SNS's messages, to compare with.
venv sns aws-sns-message-validator==0.0.5

build webhook-service
"$CI_TMP/venv-sns/bin/python" -u .ci/webhook-load.py --seconds "${SES_WEBHOOK_SECONDS:-60}" "$binary"
