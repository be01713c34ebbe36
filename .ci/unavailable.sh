#!/usr/bin/env bash
# Proves that what a missing trait takes away says so: unavailable/uses.swift uses each such declaration, and compiling it
# without traits gives exactly the errors that the file names, each at its line.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need python3 python3

swift build --build-tests "${strict[@]}"
built=$(swift build --show-bin-path "${strict[@]}")
source=.ci/unavailable/uses.swift
if swiftc -typecheck -swift-version 6 -I "$built/Modules" "$source" 2>"$CI_TMP/unavailable.log"; then
    fail "$source compiles without a trait"
fi
python3 - "$source" "$CI_TMP/unavailable.log" <<'PY'
import re, sys
expected = {(number, line.split("// error: ", 1)[1].strip())
            for number, line in enumerate(open(sys.argv[1], encoding="utf-8"), 1) if "// error: " in line}
log = open(sys.argv[2], encoding="utf-8").read()
found = {(int(number), text.strip()) for number, text in re.findall(r"(?m)^\S*uses\.swift:(\d+):\d+: error: (.*)$", log)}
for what, lines in ("missing", expected - found), ("unexpected", found - expected):
    for number, text in sorted(lines):
        print(f"error: {what} at line {number}: {text}", file=sys.stderr)
if expected != found or not expected:
    sys.exit(log)
print(f"{len(expected)} uses say which trait they need")
PY
