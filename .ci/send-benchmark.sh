#!/usr/bin/env bash
# Proves that sending is as fast as Docs says, as ratios to the transports' own libraries and to boto3 measured in the same run, and
# that memory doesn't grow with the number of sends.
#
# The traits' build lies outside .build, as a trait changes every file's flags.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need /usr/sbin/nginx nginx-light
venv boto3 boto3==1.44.5
[[ -e Package.resolved ]] || at_exit+=("rm -f '$root/Package.resolved'")

product=(-c release --product ses-benchmark)
with=(--scratch-path "${SES_TRAITS_SCRATCH:-$CI_TMP/traits}" --traits AsyncHTTPClientSupport,CryptoSupport)
swift build "${product[@]}"
# Before the trait's build: what that one pins would be fetched for every later build, so it goes at the end.
plain=$(swift build "${product[@]}" --show-bin-path)/ses-benchmark
swift build "${product[@]}" "${with[@]}"
traits=$(swift build "${product[@]}" "${with[@]}" --show-bin-path 2>/dev/null)/ses-benchmark

"$CI_TMP/venv-boto3/bin/python" .ci/send-benchmark.py --check --count "${SEND_COUNT:-50000}" "$plain" "$traits"
