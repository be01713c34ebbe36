#!/usr/bin/env bash
# Proves that the reference of every library product builds without a warning: every link in a doc comment leads
# somewhere. Uses the toolchain's docc on the modules that the debug build left in .build; no plugin.
#
# Modules are converted in the order of their dependencies, each with the archives before it, so that a doc comment links
# to a symbol of a module it depends on by its whole path: ``/SESCore/FieldPath``. A target without a product is documented
# as part of the product that re-exports it, as users see it.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need python3 python3

swift build --build-tests "${strict[@]}"
modules=$(swift package dump-package | python3 -c '
import json, sys
package = json.load(sys.stdin)
needs = {t["name"]: [d[k][0] for d in t["dependencies"] for k in ("byName", "target") if k in d] for t in package["targets"]}
products = {t for p in package["products"] if "library" in p["type"] for t in p["targets"]}
order = []
def visit(name):
    if name in needs and name not in order:
        for other in needs[name]: visit(other)
        order.append(name)
for target in sorted(products): visit(target)
inner = [t for t in order if t not in products]
for target in order:
    if target in products: print(target, ",".join(t for t in inner if t in needs[target]))')
[[ -n $modules ]] || fail "the package has no library product"

built=$(swift build --show-bin-path "${strict[@]}")
triple=$(swift -print-target-info | python3 -c 'import json, sys; print(json.load(sys.stdin)["target"]["triple"])')
archives=()
while read -r module reexported <&3; do
    graphs=$CI_TMP/docs/$module
    archive=$CI_TMP/docs/$module.doccarchive
    mkdir -p "$graphs"
    swift symbolgraph-extract -module-name "$module" -I "$built/Modules" -target "$triple" \
        -minimum-access-level public -skip-synthesized-members -output-dir "$graphs" \
        ${reexported:+-experimental-allowed-reexported-modules="$reexported"}
    catalog=()
    [[ -d Sources/$module/Documentation.docc ]] && catalog=("Sources/$module/Documentation.docc")
    docc convert "${catalog[@]}" \
        --additional-symbol-graph-dir "$graphs" --output-dir "$archive" \
        --fallback-display-name "$module" --fallback-bundle-identifier "swift-ses.$module" \
        --enable-experimental-external-link-support "${archives[@]}" --warnings-as-errors 2>&1 | sed '/^$/d' | tee "$CI_TMP/docs/log"
    ! grep -qE '(warning|error):' "$CI_TMP/docs/log" || fail "the reference of $module has warnings"
    archives+=(--dependency "$archive")
    echo "$module: $(find "$archive/data/documentation" -name '*.json' | wc -l) pages"
done 3<<<"$modules"
