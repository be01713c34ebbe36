#!/usr/bin/env bash
# Proves that our requests are AWS's: for every operation we ship, random valid calls give the HTTP request that botocore
# builds for them, and the comparison fails when one expectation is altered. The signing fixtures are those botocore and
# awscrt make today, the calls of CloudWatch those botocore makes, and the full answers are those of botocore's model.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

aws_venv
"$CI_TMP/venv-aws/bin/python" .ci/signing-fixtures.py --check
"$CI_TMP/venv-aws/bin/python" .ci/cloudwatch-fixtures.py --check
"$CI_TMP/venv-aws/bin/python" .ci/answers.py | cmp - Tests/SESClientTests/Fixtures/model-answers.jsonl ||
    fail "the full answers are not those of today's model: run .ci/answers.py anew"

conformance() { swift run -c release --skip-build ses-conformance "$@"; }
swift build -c release --product ses-conformance
read -r -d '' -a operations < <(conformance --operations) || true
((${#operations[@]})) || fail "ses-conformance --operations lists nothing"
echo "${#operations[@]} operations"

count=50
for seed in 1 "$(date +%s)"; do
    file=$CI_TMP/oracle-$seed.jsonl
    "$CI_TMP/venv-aws/bin/python" .ci/oracle.py "$seed" "$count" "${operations[@]}" >"$file"
    result=$(conformance "$file") || { echo "$result"; fail "seed $seed differs from botocore"; }
    closing=$(tail -n 1 <<<"$result")
    echo "seed $seed: $closing"
    [[ $closing == *"$((count * ${#operations[@]})) passed, 0 failed"* ]] ||
        fail "expected $((count * ${#operations[@]})) passed, 0 failed"
done

# The comparison must be able to fail: one line now expects another path, another a body it didn't have.
for member in path body; do
    altered=$CI_TMP/oracle-altered-$member.jsonl
    python3 - "$file" "$member" >"$altered" <<'PY'
import json, sys
lines = open(sys.argv[1], encoding="utf-8").read().splitlines()
line = json.loads(lines[len(lines) // 2])
request = line["request"]
if sys.argv[2] == "path":
    request["path"] += "/altered"
else:
    request["body"] = {**(request["body"] or {}), "Altered": "yes"}
lines[len(lines) // 2] = json.dumps(line, ensure_ascii=False)
print("\n".join(lines))
PY
    if result=$(conformance "$altered"); then fail "an altered $member went unnoticed"; fi
    [[ $result == *" 1 failed"* ]] || fail "an altered $member should fail once, got: $(tail -n 1 <<<"$result")"
    echo "altered $member: noticed"
done
