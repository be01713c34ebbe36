#!/usr/bin/env bash
# Proves that the package builds with each of its traits alone and passes its tests with all of them: traits only add. All of
# them is the trait Server, which must leave none out.
#
# Built outside .build, as a trait changes every file's flags and would throw the other steps' work away; what the traits
# fetch is compiled once for all of these builds. SES_TRAITS_SCRATCH names a folder to build in and keep. Warnings in our
# own sources fail the step; -warnings-as-errors can't be used, as SwiftPM passes packages that a trait brings the opposite.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need python3 python3
scratch=${SES_TRAITS_SCRATCH:-$CI_TMP/traits}
signing_suite
sns_messages

traits=$(swift package dump-package | python3 -c '
import json, sys
print("\n".join(t["name"] for t in json.load(sys.stdin).get("traits", []) if t["name"] != "default"))')
swift package dump-package | python3 -c '
import json, sys
traits = {t["name"]: set(t.get("enabledTraits", [])) for t in json.load(sys.stdin)["traits"] if t["name"] != "default"}
left_out = set(traits) - traits["Server"] - {"Server"}
if left_out: sys.exit(f"error: Server leaves out {sorted(left_out)}")'

# A fetch for a trait may write Package.resolved into the checkout; it must not stay there.
[[ -e Package.resolved ]] || at_exit+=("rm -f '$root/Package.resolved'")

checked() {
    "$@" 2>&1 | tee "$CI_TMP/traits.log"
    ! grep -E "^$root/(Sources|Tests)/.*warning:" "$CI_TMP/traits.log" || fail "warnings, see above"
}

for trait in $traits; do
    [[ $trait != Server ]] || continue
    echo "--- only $trait"
    checked swift build --scratch-path "$scratch" --traits "$trait"
done
echo "--- all traits"
checked swift build --build-tests --scratch-path "$scratch" --traits Server
# Eight at a time: what measures real seconds gets its share of two cores, however many tests wait.
swift test --skip-build --experimental-maximum-parallelization-width 8 --scratch-path "$scratch" --traits Server | sed -u '/^◇ .* started\.$/d'
# Alone: thousands at once would keep the others from their time.
SES_FAULTY_SENDS=${SES_FAULTY_SENDS:-10000} swift test --skip-build --scratch-path "$scratch" --traits Server \
    --filter 'FaultySocketTests|FaultySendTests' | sed -u '/^◇ .* started\.$/d'
