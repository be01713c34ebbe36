#!/usr/bin/env bash
# Proves that mails go over HTTP/2 where a server offers it, with async-http-client: the tests named HTTP2Tests send some hundred at
# once to nginx over TLS, through a client that trusts the authority made here, and nginx's log says that each came once, as HTTP/2.0,
# and all over one connection.
#
# SES_TRAITS_SCRATCH names a folder to build in and keep; in a whole run it is the one of traits.sh.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need /usr/sbin/nginx nginx-light
need openssl openssl
need python3 python3
[[ -e Package.resolved ]] || at_exit+=("rm -f '$root/Package.resolved'")

options=(--scratch-path "${SES_TRAITS_SCRATCH:-$CI_TMP/traits}" --traits "${SES_HTTP2_TRAITS:-Server}")
swift build --build-tests "${options[@]}"
python3 .ci/http2.py swift test --skip-build "${options[@]}" --filter HTTP2Tests
