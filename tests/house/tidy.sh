#!/bin/sh
# Analyses every source of the program that the build tree $1 compiles, as .clang-tidy says; the tests are not. A source
# that was found clean is not looked at again until it, something it includes or the rules change: that is remembered,
# by content, as ccache does.
. "$(dirname -- "$0")/findings.sh"

build=$1
known=${XDG_CACHE_HOME:-${HOME:-$build}/.cache}/spoc-tidy
mkdir -p "$known"
work=$(mktemp -d)
trap 'rm -rf "$findings" "$work"' EXIT

# "source dependency", for every source and each file of ours that it includes, itself among them.
ninja -C "$build" -t deps | awk -v tree="$tree/" -v build="$build" '
    function absolute(path) {
        if (path !~ /^\//) path = build "/" path
        while (sub(/\/[^\/]+\/\.\.\//, "/", path)) continue
        return path
    }
    /: #deps/ { source = ""; next }
    source == "" && /\.cpp$/ { source = absolute($1) }
    NF && source != "" && index(absolute($1), tree) == 1 { print source, absolute($1) }' | sort -u >"$work/includes"
[ -s "$work/includes" ] || {
    printf 'nothing has been built in %s\n' "$build"
    exit 1
}

rules=$({ clang-tidy-14 --version; cat .clang-tidy CMakeLists.txt; } | sha256sum)

# Prints the content of all that decides what is found in the source $1, hashed.
fingerprint() {
    awk -v source="$1" '$1 == source { print $2 }' "$work/includes" | {
        printf '%s\n' "$rules"
        xargs cat
    } | sha256sum | cut -d ' ' -f 1
}

awk -v tree="$tree/" '$1 ~ "^" tree "(lib|cmd)/" { print $1 }' "$work/includes" | uniq | while read -r source; do
    print=$(fingerprint "$source")
    [ -e "$known/$print" ] || printf '%s %s %s\n' "$source" "$known/$print" "$work"
done >"$work/unknown"

# A finding is shown with its lines; a clean source is remembered.
# shellcheck disable=SC2016
xargs -r -P "$(nproc)" -L 1 sh -c '
    if clang-tidy-14 -p "$0" --quiet "$1" >"$3/$$" 2>/dev/null; then
        touch "$2"
    else
        printf "%s is not clean\n" "$1"
        cat "$3/$$"
    fi
' "$build" <"$work/unknown" >"$findings"
conclude
