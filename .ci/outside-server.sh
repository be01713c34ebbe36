#!/usr/bin/env bash
# Proves that a service outside this repository can turn on everything with the trait `Server`, as Docs/Traits.md says, and
# finds its calls in its logs, metrics and traces: a simulated send under a service group, then a call over the real
# transport.
#
# The program is outside-server/ and the blocks of the documents that are marked `server`. SES_SERVER_SCRATCH names a folder to
# build in and keep.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need python3 python3

place=$CI_TMP/outside-server
scratch=${SES_SERVER_SCRATCH:-$place/build}
rm -rf "$place"
mkdir -p "$place"
outside_repository "$place"
line=".package(url: \"$url\", exact: \"$version\", traits: [\"Server\"])"
echo "$line"

program=$place/newsletter
cp -R .ci/outside-server "$program"
manifest=$(<"$program/Package.swift.in")
[[ $manifest == *@PACKAGE@* ]] || fail "Package.swift.in has no @PACKAGE@"
rm "$program/Package.swift.in"
printf '%s\n' "${manifest//@PACKAGE@/$line}" >"$program/Package.swift"
python3 .ci/snippets.py --server "$program/Sources/newsletter"

cd "$program"
swift build --scratch-path "$scratch" --cache-path "$place/cache" --product newsletter
"$(swift build --scratch-path "$scratch" --cache-path "$place/cache" --show-bin-path)/newsletter"
