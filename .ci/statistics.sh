#!/usr/bin/env bash
# Proves that comparisons of variants have the numbers of SciPy and statsmodels, to a billionth: Wilson's and Newcombe's
# intervals, the z test, Fisher's exact test, Holm's correction, sample sizes, the normal distribution; over a grid of thousands of cases with
# none, all, few and billions. And that an altered number is noticed.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

venv statistics 'scipy==1.17.1' 'statsmodels==0.15.0' 'numpy==2.4.6' 'pandas==3.1.1'
grid=$CI_TMP/statistics.jsonl
"$CI_TMP/venv-statistics/bin/python" .ci/statistics-grid.py >"$grid"
echo "$(wc -l <"$grid") cases"

compare() { SES_STATISTICS=$1 swift test "${strict[@]}" --filter 'SESMonitoringTests.StatisticsTests' 2>&1; }
compare "$grid" | tee "$CI_TMP/statistics.log" | grep -E '^statistics:|error:|✘' || true
grep -qE "^statistics: $(wc -l <"$grid") cases, [0-9]+ numbers, 0 cases differ" "$CI_TMP/statistics.log" ||
    { tail -n 40 "$CI_TMP/statistics.log"; fail "numbers differ"; }

python3 - "$grid" >"$CI_TMP/altered.jsonl" <<'PY'
import json, sys
lines = open(sys.argv[1], encoding="utf-8").read().splitlines()
line = json.loads(lines[1000])
line["variantInterval"][1] *= 1 + 1e-8
lines[1000] = json.dumps(line)
print("\n".join(lines))
PY
if compare "$CI_TMP/altered.jsonl" >"$CI_TMP/statistics.log"; then fail "an altered number went unnoticed"; fi
grep -q ' 1 cases differ' "$CI_TMP/statistics.log" || { tail -n 20 "$CI_TMP/statistics.log"; fail "one case should differ"; }
echo "an altered number: noticed"
