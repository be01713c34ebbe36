#!/usr/bin/env bash
# Proves that the sources keep the project's form: swift-format's rules, small files, no construct that can crash on
# what comes from outside, no unproved claim of thread safety, Foundation only where it may be, nothing generated in git.
# shellcheck disable=SC2016 # the single-quoted texts are awk programs
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need git git

faults=0
# refuse RULE LINES: prints the offending lines, if any, under the rule.
refuse() {
    [[ -z $2 ]] && return
    printf 'error: %s:\n' "$1" >&2
    awk 'NR <= 20; END { if (NR > 20) print "… and " NR - 20 " more" }' <<<"$2" >&2
    faults=$((faults + 1))
}

# Runs an awk program over every Swift file of the named folders.
over() {
    local program=$1
    shift
    find "$@" -name '*.swift' -print0 | sort -z | xargs -0 --no-run-if-empty awk "$program"
}

swift format lint --strict -r Sources Tests Package.swift || faults=$((faults + 1))

refuse "a file under Sources has over 500 lines" \
    "$(over 'FNR == 501 { print FILENAME }' Sources)"

# Force unwraps are swift-format's to find. Comment lines may name what they warn of.
refuse "this can crash the process" \
    "$(over '!/^[ \t]*\/\// && /(^|[^A-Za-z0-9_])(try!|as!|fatalError\(|precondition(Failure)?\()/ {
        print FILENAME ":" FNR ": " $0 }' Sources)"

# A plain comment counts, a doc comment only if it speaks of the matter.
refuse "a claim that the compiler can't check needs a comment right above it that says why it is safe" \
    "$(over '
        FNR == 1 { proved = 0 }
        /^[ \t]*\/\// { if (!/^[ \t]*\/\/\// || /Sendable|[Ss]afe/) proved = 1; next }
        /^[ \t]*@[A-Za-z]+(\([^)]*\))?[ \t]*$/ { next }
        /@unchecked Sendable|nonisolated\(unsafe\)/ && !proved { print FILENAME ":" FNR ": " $0 }
        { proved = 0 }' Sources Tests)"

refuse "a file is named after what it contains, not Utils, Helper or Manager" \
    "$(find Sources Tests -iname '*Utils*' -o -iname '*Helper*' -o -iname '*Manager*')"

# The one allowed form: #if canImport(FoundationEssentials), import FoundationEssentials, #else, import Foundation, #endif.
refuse "the core imports Foundation only where FoundationEssentials is missing (#if canImport(FoundationEssentials) …)" \
    "$(over '
        FNR == 1 { a = b = c = "" }
        /^[^\/]*import[ \t]+(struct |class |enum |protocol |func )?Foundation(Networking|XML|Internationalization)?([.]|[ \t]*$)/ {
            whole = a ~ /^[ \t]*#if canImport\(FoundationEssentials\)[ \t]*$/ &&
                b ~ /^[ \t]*((public|package|internal) )?import FoundationEssentials[ \t]*$/ &&
                c ~ /^[ \t]*#else[ \t]*$/ && /import[ \t]+Foundation[ \t]*$/
            if (!whole) print FILENAME ":" FNR ": " $0 }
        { a = b; b = c; c = $0 }' Sources/SESCore Sources/SESEvents Sources/SESNames Sources/SESValues Sources/SESSigning)"

# The first line names a trait, and the #endif of that line is the last.
refuse "what a trait brings is in a file of its own, wholly inside one #if" \
    "$(over '
        /^[ \t]*#(if|elseif) .*(Support|[^A-Za-z]Server)/ && FNR > 1 { print FILENAME ":" FNR ": " $0 }
        FNR == 1 { gated = /^#if .*(Support|Server)/; depth = 0; closed = 0 }
        /^[ \t]*#if/ { depth++ }
        gated && closed && /[^ \t]/ { print FILENAME ":" FNR ": after the #endif"; closed = 0 }
        /^[ \t]*#endif/ { if (--depth == 0) closed = 1 }
        !gated && /^[ \t]*((public|package|internal|private|fileprivate|@[A-Za-z_]+) )*import (Crypto|_?CryptoExtras|X509|SwiftASN1|AsyncHTTPClient|NIO[A-Za-z0-9]*|Logging|Metrics|Tracing|ServiceLifecycle|Configuration)$/ {
            print FILENAME ":" FNR ": " $0 }' Sources Tests)"

refuse "this is made by a build and doesn't belong in git" \
    "$(git ls-files | grep -E '(^|/)(Package\.resolved|\.build[^/]*|\.swiftpm|__pycache__)(/|$)' || true)"

refuse "there is one package, and its manifest is at the top" \
    "$(git ls-files | grep -E '/Package(@.*)?\.swift$' || true)"

refuse "the top level holds only Package.swift, Sources, Tests, Docs, CHANGELOG.md, README.md, LICENSE and dot files" \
    "$(git ls-files | cut -d/ -f1 | sort -u |
        grep -vxE 'Package\.swift|Sources|Tests|Docs|CHANGELOG\.md|README\.md|LICENSE|\..*' || true)"

((faults == 0)) || fail "$faults rule(s) broken"
echo "$(git ls-files '*.swift' | wc -l) Swift files keep the rules"
