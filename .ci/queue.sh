#!/usr/bin/env bash
# Proves that the consumer of a queue loses nothing and handles nothing twice within its memory, against moto's server over HTTP: a
# program outside this repository takes events from a topic's queue and is killed at random moments. moto gives 50 to 250 messages a second:
# it looks at all that wait whenever it is asked for one, and closes each connection, so that URLSession keeps a core busy while it waits
# for an answer. So fewer than by hand, where it is
#
#   SES_QUEUE_MESSAGES=100000 SES_QUEUE_KILLS=10 bash .ci/queue.sh
#
# SES_QUEUE_SCRATCH names a folder to build the program in and keep.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need python3 python3

venv moto 'moto[server]==5.2.5'
place=$CI_TMP/queue-worker
scratch=${SES_QUEUE_SCRATCH:-$place/build}
rm -rf "$place/package"
mkdir -p "$place"
cp -R .ci/queue-worker "$place/package"
manifest=$(<"$place/package/Package.swift.in")
[[ $manifest == *@PACKAGE@* ]] || fail "Package.swift.in has no @PACKAGE@"
rm "$place/package/Package.swift.in"
# SwiftPM names a package that is given by its path after the folder.
ln -sfn "$root" "$place/swift-ses"
line=".package(path: \"$place/swift-ses\")"
printf '%s\n' "${manifest//@PACKAGE@/$line}" >"$place/package/Package.swift"
swift build --package-path "$place/package" --scratch-path "$scratch" --product queue-worker
worker=$(swift build --package-path "$place/package" --scratch-path "$scratch" --show-bin-path)/queue-worker

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
url=http://127.0.0.1:$port
"$CI_TMP/venv-moto/bin/moto_server" -H 127.0.0.1 -p "$port" >"$CI_TMP/moto-queue.log" 2>&1 &
server=$!
at_exit+=("kill $server 2>/dev/null; wait $server 2>/dev/null")

"$CI_TMP/venv-moto/bin/python" .ci/queue-kill.py --endpoint "$url" --messages "${SES_QUEUE_MESSAGES:-2000}" \
    --kills "${SES_QUEUE_KILLS:-10}" -- "$worker"
