#!/usr/bin/env bash
# Proves that the client talks to a server that isn't ours: the tests named MotoTests against moto's server over HTTP.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

venv moto 'moto[server]==5.2.5'
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
url=http://127.0.0.1:$port
"$CI_TMP/venv-moto/bin/moto_server" -H 127.0.0.1 -p "$port" >"$CI_TMP/moto.log" 2>&1 &
server=$!
at_exit+=("kill $server 2>/dev/null; wait $server 2>/dev/null")

answers() { python3 -c 'import sys, urllib.request; urllib.request.urlopen(sys.argv[1], timeout=2)' "$url/moto-api/" 2>/dev/null; }
for _ in {1..60}; do
    answers && break
    kill -0 "$server" 2>/dev/null || break
    sleep 0.5
done
answers || { cat "$CI_TMP/moto.log" >&2; fail "moto's server doesn't answer at $url"; }

SES_MOTO_URL=$url swift test "${strict[@]}" --filter MotoTests | sed -u '/^◇ .* started\.$/d' | tee "$CI_TMP/moto-tests.log"
# The closing line counts skipped tests too, so look for one that passed itself.
grep -E '^✔ Test .* passed after' "$CI_TMP/moto-tests.log" | grep -qv '^✔ Test run with ' || fail "no test of MotoTests ran"
