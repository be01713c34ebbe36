# shellcheck shell=bash
# Sourced by every script of this folder; run none of it alone.
#
# Gives: root (the checkout, also the current folder), CI_TMP (a folder that is gone at exit), strict (the flags of
# every debug build in .build, the same everywhere so that no step rebuilds another's work), and need, venv, outside_repository, signing_suite, sns_messages

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit

# A checkout that another user owns is still one to test.
export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0='*'

# shellcheck disable=SC2034 # used by the scripts that source this file
strict=(-Xswiftc -warnings-as-errors)

# Commands to run at exit, the last added first.
at_exit=()
run_at_exit() {
    local i
    for ((i = ${#at_exit[@]} - 1; i >= 0; i--)); do eval "${at_exit[i]}" || true; done
}
trap run_at_exit EXIT

# .ci/run shares one folder between its steps; a script run alone makes its own.
if [[ -z ${CI_TMP:-} ]]; then
    CI_TMP=$(mktemp -d)
    export CI_TMP
    at_exit+=("rm -rf '$CI_TMP'")
fi

fail() {
    echo "error: $*" >&2
    exit 1
}

# need COMMAND DEBIAN-PACKAGE: installs the package where the command is missing.
need() {
    command -v "$1" >/dev/null && return
    install_package "$2"
}

install_package() {
    echo "installing $1"
    if ! { DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1"; } >"$CI_TMP/apt.log" 2>&1; then
        cat "$CI_TMP/apt.log" >&2
        fail "apt-get could not install $1"
    fi
}

# venv NAME REQUIREMENT…: a virtual environment with these packages at $CI_TMP/venv-NAME, made once in a run.
venv() {
    local folder=$CI_TMP/venv-$1
    shift
    [[ -e $folder/.complete ]] && return
    need python3 python3
    python3 -c 'import ensurepip, venv' 2>/dev/null || install_package python3-venv
    python3 -m venv --clear "$folder"
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check "$@"
    touch "$folder/.complete"
}

# The packages of the scripts that hold our work against AWS's own Python libraries.
aws_venv() {
    venv aws 'botocore[crt]==1.44.5'
}

# outside_repository FOLDER: what is checked out, as a repository in the folder with a tag for the changelog's newest version.
# Sets url and version.
outside_repository() {
    need git git
    version=$(grep -oE '^## \[[0-9]+\.[0-9]+\.[0-9]+[^]]*\]' CHANGELOG.md | head -n 1 | tr -d '#[] ' || true)
    version=${version:-0.1.0}
    git clone --quiet --bare --no-hardlinks --no-tags "$root" "$1/swift-ses.git"
    git -C "$1/swift-ses.git" tag --force "$version" "$(git rev-parse HEAD)" >/dev/null
    url=file://$1/swift-ses.git
}

# signing_suite: tells the tests where AWS's signing suite lies beside the checkout, if it does.
signing_suite() {
    local folder=$root/../shared/conformance/aws-signing-test-suite form
    unset SES_SIGNING_SUITE SES_SIGNING_SUITE_V4A
    for form in v4 v4a; do
        if [[ ! -d $folder/$form ]]; then
            echo "AWS's signing suite $form isn't beside the checkout (../shared/conformance): skipped"
            continue
        fi
        [[ $form == v4 ]] && SES_SIGNING_SUITE=$(cd "$folder/v4" && pwd) && export SES_SIGNING_SUITE
        [[ $form == v4a ]] && SES_SIGNING_SUITE_V4A=$(cd "$folder/v4a" && pwd) && export SES_SIGNING_SUITE_V4A
        echo "AWS's signing suite $form: $(find "$folder/$form" -name header-signed-request.txt | wc -l) cases"
    done
}

# sns_messages: tells the tests where messages that Amazon SNS signed lie beside the checkout, if they do.
sns_messages() {
    local folder=$root/../shared/conformance/sns
    unset SES_SNS_MESSAGES
    if [[ ! -d $folder ]]; then
        echo "messages that SNS signed aren't beside the checkout (../shared/conformance): skipped"
        return
    fi
    SES_SNS_MESSAGES=$(cd "$folder" && pwd) && export SES_SNS_MESSAGES
    echo "messages that SNS signed: $(find "$folder" -name '*.json' | wc -l)"
}
