#!/usr/bin/env bash
# Proves that README's first commands do what it says, word for word, in a fresh clone of HEAD with the network cut.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need git git

clone=$CI_TMP/fresh-clone/swift-ses
rm -rf "$clone"
git clone --quiet --no-hardlinks "$root" "$clone"
git -C "$clone" checkout --quiet --detach "$(git rev-parse HEAD)"
[[ -e $clone/README.md ]] || fail "HEAD has no README.md"

# The lines of README's shell blocks, without a prompt.
lines=$(awk '
    /^[ \t]*```/ { shell = !inside && /```(sh|bash|shell|console)[ \t]*$/; inside = !inside; next }
    inside && shell { sub(/^[ \t]*(\$ )?/, ""); print }' "$clone/README.md")

isolated=(env)
if unshare -n true 2>/dev/null; then
    need ip iproute2
    # Tests may use the loopback interface, which a new network namespace has down.
    # shellcheck disable=SC2016 # expanded by the inner shell
    isolated=(unshare -n bash -c 'ip link set lo up && exec "$@"' isolated)
    if "${isolated[@]}" bash -c 'exec 3<>/dev/tcp/192.0.2.1/80' 2>/dev/null; then fail "the network isn't cut"; fi
    echo "the network is cut"
else
    echo "unshare -n isn't permitted here: the commands run with the network"
fi

cd "$clone"
for command in "swift run ses-quickstart" "swift test"; do
    grep -qxF "$command" <<<"$lines" || fail "README.md has no shell block with the line: $command"
    echo "--- $command"
    "${isolated[@]}" bash -c "$command" | sed -u '/^◇ .* started\.$/d'
done
