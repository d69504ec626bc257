# Read by the checks of this folder: the root of the sources, and how a check speaks.
# shellcheck shell=sh
set -eu
export LC_ALL=C.UTF-8
tree=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
cd "$tree"

findings=$(mktemp)
trap 'rm -f "$findings"' EXIT

# Takes lines on standard input; each is a finding against the rule that $1 states.
object() {
    sed "s|^|$1: |" >>"$findings"
}

# Prints what was found; the check fails if that is anything.
conclude() {
    cat "$findings"
    [ ! -s "$findings" ]
}

# The C++ sources below the folders named.
sources() {
    find "$@" -name '*.cpp' -o -name '*.hpp' | sort
}
