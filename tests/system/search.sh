#!/bin/sh
# Every search of a list finds, among 500 cases, the one that its Danish user means, and finds it first.
# Usage: sh tests/system/search.sh path/to/spoc
set -eu
spoc=$1
data=$(dirname -- "$0")/../data/search
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" LC_ALL=C.UTF-8 SPOC_NOW=2026-11-02T10:00:00+01:00

# A line: type, system, category, title, text, day recorded, and as what it was closed, if it was.
awk -F '\t' '
    function event(what, kind, data) {
        printf "{\"schema\":1,\"id\":\"01a00000-%04x-7000-8000-%012x\",\"case\":\"%s-%d\",", NR, what, $2, NR
        printf "\"kind\":\"%s\",\"occurred_at\":\"%sT09:00:00Z\",\"recorded_at\":\"%sT09:00:00Z\",", kind, $6, $6
        printf "\"actor\":\"Support\",\"data\":{%s}}\n", data
    }
    {
        gsub(/["\\]/, "\\\\&")
        opening = "\"type\":\"" $1 "\",\"system\":\"" $2 "\",\"title\":\"" $4 "\",\"steps\":\"" $5 "\""
        event(1, "recorded", opening ($3 == "" ? "" : ",\"category\":" $3))
        if ($7 != "")
            event(2, "closed", "\"as\":\"" $7 "\"")
    }' "$data/corpus.tsv" >"$home/log"
"$spoc" -q import "$home/log"

tab=$(printf '\t')
searches=0 differences=0
while IFS=$tab read -r query expected reason; do
    searches=$((searches + 1))
    "$spoc" find "$query" --limit 1 --json title,matched >"$home/hit" || true
    found=$(sed -n 's/.*"title":"\([^"]*\)".*/\1/p' "$home/hit")
    if [ "$found" != "$expected" ]; then
        differences=$((differences + 1))
        printf '%s (%s)\n  expected: %s\n  found:    %s\n' "$query" "$reason" "$expected" "${found:-nothing}"
    elif ! grep -q '"matched":"[^"]' "$home/hit"; then
        differences=$((differences + 1))
        printf '%s: no line shows where it matched\n' "$query"
    fi
done <"$data/searches.tsv"
[ "$differences" -eq 0 ] || exit 1
echo "$searches searches over $(wc -l <"$data/corpus.tsv") cases find what is meant"
