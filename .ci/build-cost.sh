#!/usr/bin/env bash
# Measures what this package costs the program that takes it: seconds of a clean release build, the memory of the largest
# process of that build, and the size of the stripped program. Fails if memory or size grow past what they are today;
# seconds depend on the machine and are only printed.
#
# The program, in build-cost/, sends one mail.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need time time
need strip binutils

maximum_megabytes=550
maximum_stripped_kilobytes=4350

place=$CI_TMP/build-cost
rm -rf "$place"
mkdir -p "$place"
git clone --quiet --no-hardlinks "$root" "$place/swift-ses"
cp -R .ci/build-cost "$place/program"
mv "$place/program/Package.swift.in" "$place/program/Package.swift"
cd "$place/program"

command time -f '%e %M' -o "$place/cost" swift build -c release --product send-one >"$place/log" 2>&1 ||
    { cat "$place/log"; fail "the program doesn't build"; }
read -r seconds kilobytes < <(tail -n 1 "$place/cost")
binary=$(swift build -c release --show-bin-path)/send-one
strip -o "$place/stripped" "$binary"
size=$(stat -c %s "$place/stripped")

awk -v s="$seconds" -v k="$kilobytes" -v b="$size" -v cores="$(nproc)" 'BEGIN {
    printf "clean release build: %.0f s on %d cores\n", s, cores
    printf "largest process:     %.0f MB\n", k / 1000
    printf "stripped program:    %.1f MB\n", b / 1000000
}'
((kilobytes <= maximum_megabytes * 1000)) || fail "a process of the build took more than $maximum_megabytes MB"
((size <= maximum_stripped_kilobytes * 1000)) || fail "the program is larger than $maximum_stripped_kilobytes kB"

# The program must be one that works: without credentials it says so.
if output=$(env -i PATH="$PATH" AWS_EC2_METADATA_DISABLED=true HOME="$place" "$binary" 2>&1); then
    fail "the program sent a mail without credentials"
fi
[[ $output == *noCredentials* ]] || fail "the program should miss its credentials, but said: $output"
