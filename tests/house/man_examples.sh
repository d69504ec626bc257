#!/bin/sh
# Runs the examples of the manual pages, those of each page in a store of their own in which one defect is reported.
# Every command must end with 0, and what the page prints below one must be printed. Usage: man_examples.sh path/to/spoc
. "$(dirname -- "$0")/findings.sh"

command -v mandoc >/dev/null || {
    echo 'mandoc is not installed'
    exit 1
}
work=$(mktemp -d)
trap 'rm -rf "$findings" "$work"' EXIT
mkdir "$work/bin"
ln -s "$(realpath "$1")" "$work/bin/spoc"
PATH=$work/bin:$PATH
unset SPOC_CONFIG SPOC_STORE XDG_CONFIG_HOME XDG_DATA_HOME

# The lines of a page's examples as they are read, without what stands between them.
examples() {
    mandoc -Tutf8 -O width=160 "$1" | sed 's/.\x08//g' |
        sed -nE '/^(EXAMPLES|EKSEMPLER)/,/^SE/{ /^$/p; s/^           (.*)/\1/p; }'
}

# Splits examples into the commands, $1, and what they print, $2.
split() {
    : >"$1"
    : >"$2"
    awk -v commands="$1" -v printed="$2" '
        document { print >>commands; document = $0 != "END"; next }
        continued || /^\$ / {
            sub(/^\$ /, "")
            print >>commands
            document = /<<.END./
            continued = /\\$/
            next
        }
        /./ { print >>printed }'
}

# A defect that was reported on a Monday morning, and not heard of since.
prepare() {
    export HOME="$1" SPOC_NOW=2026-11-02T09:20:00+01:00
    mkdir "$HOME"
    cd "$HOME"
    spoc -q report new 'Ansøgere kan ikke indsende' --category 2 --steps 'Log ind med MitID' --users alle \
        --retest 'Log ind' --retest 'Tryk Indsend'
    spoc -q report send BOM-1
    SPOC_NOW=2026-11-04T10:00:00+01:00
}

find man -type f | sort >"$work/pages"
while read -r name; do
    page=$tree/$name
    home=$work/$(printf '%s' "$name" | tr / -)
    examples "$page" | split "$work/commands" "$work/printed"
    (prepare "$home" && sh -eu "$work/commands") >"$work/out" 2>"$work/err" </dev/null ||
        sed "s|^|$name: |" "$work/err" | object 'an example fails'
    sort -u "$work/printed" | while read -r line; do
        grep -Fxq -e "$line" "$work/out" || printf '%s: %s\n' "$name" "$line"
    done | object 'an example does not print this'
done <"$work/pages"

conclude
