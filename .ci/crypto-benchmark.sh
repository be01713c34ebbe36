#!/usr/bin/env bash
# Proves that the CryptoSupport trait is worth its package: signing a request of 2 KB is at least 1.8 times as fast with
# it, both builds measured in turn in the same run.
#
# The trait's build lies outside .build, as a trait changes every file's flags.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need python3 python3
[[ -e Package.resolved ]] || at_exit+=("rm -f '$root/Package.resolved'")

product=(-c release --product ses-benchmark)
with=(--scratch-path "${SES_TRAITS_SCRATCH:-$CI_TMP/traits}" --traits AsyncHTTPClientSupport,CryptoSupport)
swift build "${product[@]}"
# Before the trait's build: what that one pins would be fetched for every later build, so it goes at the end.
plain=$(swift build "${product[@]}" --show-bin-path)/ses-benchmark
swift build "${product[@]}" "${with[@]}"
crypto=$(swift build "${product[@]}" "${with[@]}" --show-bin-path 2>/dev/null)/ses-benchmark

python3 - "$plain" "$crypto" <<'PY'
import statistics, subprocess, sys

REQUIRED = 1.8

def rates(binary):
    output = subprocess.run([binary, "sign"], check=True, capture_output=True, text=True).stdout
    return {name: float(value) for name, value, _ in (line.split(" ", 2) for line in output.splitlines())}

rounds = [(rates(sys.argv[1]), rates(sys.argv[2])) for _ in range(5)]
for name in rounds[0][0]:
    plain, crypto = (statistics.median(pair[index][name] for pair in rounds) for index in (0, 1))
    ratio = statistics.median(pair[1][name] / pair[0][name] for pair in rounds)
    print(f"{name:<10}{plain:>12.0f}{crypto:>12.0f} with CryptoSupport, × {ratio:.2f}")
ratio = statistics.median(pair[1]["sign.2k"] / pair[0]["sign.2k"] for pair in rounds)
if ratio < REQUIRED:
    sys.exit(f"error: sign.2k is {ratio:.2f} × the default's, {REQUIRED} are required")
PY
