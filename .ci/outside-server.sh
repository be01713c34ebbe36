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
# shellcheck source=outside-server/package.sh
source .ci/outside-server/package.sh

build newsletter
"$binary"
