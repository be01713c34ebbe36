# shellcheck shell=bash
# Sourced by outside-server.sh and webhook-load.sh, which share a build: writes the package of this folder with the documents' blocks
# into $CI_TMP/outside-server, once in a run.
#
# Gives: program (the package's folder) and build PROGRAM, which sets binary. SES_SERVER_SCRATCH names a folder to build in and keep.
# The build is optimized, as what webhook-load.sh measures is what a service runs; SES_SERVER_CONFIGURATION=debug asks for another.

place=$CI_TMP/outside-server
program=$place/newsletter
scratch=${SES_SERVER_SCRATCH:-$place/build}

if [[ ! -e $program/.complete ]]; then
    need python3 python3
    rm -rf "$place/newsletter" "$place/swift-ses.git"
    mkdir -p "$place"
    outside_repository "$place"
    line=".package(url: \"$url\", exact: \"$version\", traits: [\"Server\"])"
    echo "$line"
    cp -R .ci/outside-server "$program"
    manifest=$(<"$program/Package.swift.in")
    [[ $manifest == *@PACKAGE@* ]] || fail "Package.swift.in has no @PACKAGE@"
    rm "$program/Package.swift.in" "$program/package.sh"
    printf '%s\n' "${manifest//@PACKAGE@/$line}" >"$program/Package.swift"
    python3 .ci/snippets.py --server "$program/Sources/newsletter"
    python3 .ci/snippets.py --server "$program/Sources/webhook-service" HummingbirdWebhook.swift
    touch "$program/.complete"
fi

# Builds all programs, as SwiftPM compiles what they share anew for one of them alone.
build() {
    local options=(-c "${SES_SERVER_CONFIGURATION:-release}" --package-path "$program" --scratch-path "$scratch" --cache-path "$place/cache")
    # Once in a run: a second build of the same would compile much of it anew.
    if [[ ! -e $program/.built ]]; then
        swift build "${options[@]}"
        touch "$program/.built"
    fi
    # shellcheck disable=SC2034 # used by the scripts that source this file
    binary=$(swift build "${options[@]}" --show-bin-path)/$1
}
