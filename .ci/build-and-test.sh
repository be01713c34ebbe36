#!/usr/bin/env bash
# Proves that everything compiles without a warning, that every test passes (AWS's signing suite included, where it lies
# beside the checkout), and that none of it fetched anything: the package needs the Swift toolchain alone.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

signing_suite

swift build --build-tests "${strict[@]}"

# Alone: how quickly a cancelled call ends is nothing to measure beside other tests.
SES_TIMED_TESTS=1 swift test "${strict[@]}" --filter CallCancellationTests | sed -u '/^◇ .* started\.$/d'
# Eight at a time: what measures real seconds gets its share of two cores, however many tests wait.
# Without the lines that say a test began; the closing line with the counts stays the last of the run.
swift test --experimental-maximum-parallelization-width 8 "${strict[@]}" | sed -u '/^◇ .* started\.$/d'

for folder in .build/checkouts .build/repositories .build/artifacts; do
    [[ -z $(ls -A "$folder" 2>/dev/null) ]] || fail "the build fetched something: $folder isn't empty"
done
[[ ! -e Package.resolved ]] || fail "the build pinned a dependency: Package.resolved exists"
dependencies=$(swift package show-dependencies)
[[ $dependencies == "No external dependencies found" ]] || fail "the package has dependencies: $dependencies"
echo "nothing was fetched: $dependencies"
