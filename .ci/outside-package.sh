#!/usr/bin/env bash
# Proves that a service outside this repository can depend on it by git URL and version, as README's Package.swift lines
# say, that its code and its tests build and pass, and that SwiftPM fetches this repository and nothing else for it.
#
# The service is outside-service/: its Package.swift.in has @PACKAGE@ where the dependency goes.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need git git
need python3 python3

place=$CI_TMP/outside-package
rm -rf "$place"
mkdir -p "$place"

outside_repository "$place"

# README's own line with the URL replaced; its version requirement must be met by the tag.
line=$([[ ! -e README.md ]] || python3 .ci/snippets.py --package README.md)
if [[ -n $line ]]; then
    line=$(python3 -c '
import re, sys
line, count = re.subn(r"url:\s*\"[^\"]*\"", "url: \"" + sys.argv[2] + "\"", sys.argv[1])
if count != 1: sys.exit("error: README.md'"'"'s .package(…) has no url")
print(" ".join(line.split()))' "$line" "$url")
else
    line=".package(url: \"$url\", from: \"$version\")"
    echo "README.md has no manifest block: using from: \"$version\""
fi
echo "$line, tag $version"

service=$place/shop
cp -R .ci/outside-service "$service"
manifest=$(<"$service/Package.swift.in")
[[ $manifest == *@PACKAGE@* ]] || fail "Package.swift.in has no @PACKAGE@"
rm "$service/Package.swift.in"
printf '%s\n' "${manifest//@PACKAGE@/$line}" >"$service/Package.swift"

cd "$service"
# A cache of its own, so that nothing fetched by somebody else is used or left behind.
cache=(--cache-path "$place/cache")
swift build --build-tests "${cache[@]}"
swift test "${cache[@]}" | sed -u '/^◇ .* started\.$/d' | tee "$place/log"
grep -qE 'Test run with [1-9][0-9]* tests? .*passed' "$place/log" || fail "no test of the service ran"

python3 - "$url" "$version" <<'PY'
import json, sys
pins = json.load(open("Package.resolved"))["pins"]
found = [(pin["location"].removeprefix("file://"), pin["state"]["version"]) for pin in pins]
if found != [(sys.argv[1].removeprefix("file://"), sys.argv[2])]:
    sys.exit(f"error: expected this repository alone at {sys.argv[2]}, Package.resolved has {found}")
PY
checkouts=$(ls .build/checkouts)
[[ $checkouts == swift-ses ]] || fail "expected one checkout, found: $checkouts"
repositories=$(find .build/repositories -mindepth 1 -maxdepth 1 -type d | wc -l)
((repositories == 1)) || fail "expected one repository, found $repositories"
echo "fetched: swift-ses $version and nothing else"
