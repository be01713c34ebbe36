#!/usr/bin/env bash
# Proves that a program which only signs and decodes carries neither Foundation nor its Unicode tables (some 45 MB of
# shared libraries): SESCore and SESSigning need FoundationEssentials at most. The same check must fail for the same program
# with `import Foundation`, so that it is known to see what it looks for.
#
# The program is linkage/main.swift, built for release in a package of its own.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need ldd libc-bin

package=$CI_TMP/linkage
rm -rf "$package"
mkdir -p "$package/Sources/lean" "$package/Sources/heavy"
cp .ci/linkage/main.swift "$package/Sources/lean/main.swift"
{
    echo "import Foundation"
    cat .ci/linkage/main.swift
    echo 'print(String(format: "%d", 1))'
} >"$package/Sources/heavy/main.swift"
cat >"$package/Package.swift" <<MANIFEST
// swift-tools-version: 6.3
import PackageDescription

let products: [Target.Dependency] = [
    .product(name: "SESCore", package: "$(basename "$root")"), .product(name: "SESSigning", package: "$(basename "$root")"),
]
let package = Package(
    name: "linkage",
    platforms: [.macOS(.v15)],
    dependencies: [.package(path: "$root")],
    targets: [
        .executableTarget(name: "lean", dependencies: products),
        .executableTarget(name: "heavy", dependencies: products),
    ]
)
MANIFEST

cd "$package"
swift build -c release
built=$(swift build -c release --show-bin-path)

# The libraries of Foundation and of ICU that a program loads, directly or through others.
foundation_of() { ldd "$built/$1" | grep -oE 'libFoundation\.so|libFoundationInternationalization\.so|lib_?(Foundation)?(ICU|icu)[A-Za-z0-9]*\.so' | sort -u | paste -sd' ' || true; }

"$built/lean"
"$built/heavy" >/dev/null
heavy=$(foundation_of heavy)
[[ $heavy == *libFoundation.so* ]] || fail "the check doesn't see Foundation where it is imported"
lean=$(foundation_of lean)
[[ -z $lean ]] || fail "a program with SESCore and SESSigning alone loads: $lean"
echo "SESCore and SESSigning load no Foundation; with import Foundation: $heavy"
