#!/usr/bin/env bash
# Proves that no decoder, parser or verifier crashes or contradicts itself on mutated input: the ordinary tests whose name
# holds "Fuzz", with more iterations than `swift test` gives them. SES_FUZZ_ITERATIONS sets another number, SES_FUZZ_SEED
# another seed for those that hold the event scanner to Foundation's decoder.
#
# The debug build is meant: it traps on overflow, on a bad index and on exclusive access, which is what is looked for.
#
# By hand, for the optimizer and for the address sanitizer (XCTest itself leaks a little), each of which needs a build of its
# own that takes minutes:
#   SES_FUZZ_ITERATIONS=2500000 SES_FUZZ_SEED=1 swift test -c release -Xswiftc -enable-testing \
#       --scratch-path .build-release --filter EventDifferentialFuzz
#   SES_FUZZ_ITERATIONS=5000000 swift test -c release -Xswiftc -enable-testing --traits CryptoSupport \
#       --scratch-path .build-release-crypto --filter 'SESIntakeTests.*Fuzz'
#   ASAN_OPTIONS=detect_leaks=0 swift test --sanitize=address --scratch-path .build-asan --filter 'SESCoreTests.*(Fuzz|Scann|Hostile)'
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

export SES_FUZZ_ITERATIONS=${SES_FUZZ_ITERATIONS:-20000}
tests=$(swift test list "${strict[@]}" | grep -c Fuzz || true)
((tests)) || fail "no test is named Fuzz"
echo "$tests fuzz tests, $SES_FUZZ_ITERATIONS iterations each"
swift test "${strict[@]}" --filter Fuzz | sed -u '/^◇ .* started\.$/d'
