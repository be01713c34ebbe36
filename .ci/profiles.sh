#!/usr/bin/env bash
# Proves that AWS's shared config and credentials files mean to us what they mean to botocore: thousands of random files, well
# formed and not, are read by both, and the command lines of credential processes are split by both. The comparison fails
# when one expectation is altered.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

aws_venv
profiles() { PYTHONUTF8=1 "$CI_TMP/venv-aws/bin/python" .ci/profiles.py "$@"; }
compare() { SES_PROFILES_ORACLE=$1 swift test "${strict[@]}" --filter ProfileOracleTests 2>&1; }

profiles 1 150 | cmp - Tests/SESClientTests/Fixtures/botocore-profiles.jsonl ||
    fail "the profiles in the fixtures are not those of today's botocore: run .ci/profiles.py 1 150 anew"

for seed in 2 "$(date +%s)"; do
    file=$CI_TMP/profiles-$seed.jsonl
    profiles "$seed" 5000 >"$file"
    result=$(compare "$file") || { echo "$result"; fail "seed $seed differs from botocore"; }
    [[ $result == *"5000 pairs of files"* ]] || { echo "$result"; fail "seed $seed was not compared"; }
    echo "seed $seed: 5000 pairs of files read alike, $(grep -c '"expected": null' "$file") of them refused by both"
done

python3 - "$file" >"$CI_TMP/profiles-altered.jsonl" <<'PY'
import json, sys
lines = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
altered = next(line for line in lines if line["expected"] and line["expected"]["profiles"])
altered["expected"]["profiles"].popitem()
for line in lines: print(json.dumps(line))
PY
if compare "$CI_TMP/profiles-altered.jsonl" >/dev/null; then fail "an altered expectation went unnoticed"; fi
echo "an altered expectation is noticed"
