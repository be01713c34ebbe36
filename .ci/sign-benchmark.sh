#!/usr/bin/env bash
# Proves that signing is as fast as Docs says, as a ratio to botocore and awscrt measured in the same run.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

aws_venv
"$CI_TMP/venv-aws/bin/python" .ci/sign-benchmark.py --check
