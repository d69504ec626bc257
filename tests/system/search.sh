#!/bin/sh
# Searches over a Danish corpus find first what a reader means. The corpus has a case a line (type, system, category,
# title, text), the searches have query, title of the first hit, and what they try.
# Usage: sh tests/system/search.sh path/to/spoc
set -eu
spoc=$1
data=$(CDPATH='' cd -- "$(dirname -- "$0")/../data/search" && pwd)
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" LC_ALL=C.UTF-8 SPOC_NOW=2026-11-23T09:00:00+01:00

awk -F '\t' '{
    gsub(/["\\]/, "\\\\&")
    printf "{\"schema\":1,\"id\":\"0192f3a0-0000-7000-8000-%012d\",\"case\":\"%s-%d\",\"kind\":\"recorded\",", NR, $2, NR
    printf "\"occurred_at\":\"2026-11-02T09:00:00+01:00\",\"recorded_at\":\"2026-11-02T09:00:00+01:00\",\"actor\":\"Support\","
    printf "\"data\":{\"type\":\"%s\",\"title\":\"%s\",\"system\":\"%s\",%s\"steps\":\"%s\"}}\n",
        $1, $4, $2, ($3 == "" ? "" : "\"category\":" $3 ","), $5
}' "$data/corpus.tsv" >"$home/log.jsonl"
"$spoc" -q import "$home/log.jsonl"

searches=0 wrong=0
tab=$(printf '\t')
while IFS=$tab read -r query title why; do
    searches=$((searches + 1))
    "$spoc" find "$query" --limit 1 --json title,matched >"$home/hit"
    if ! grep -qF "\"title\":\"$title\",\"matched\":\"" "$home/hit" || grep -qF '"matched":""' "$home/hit"; then
        wrong=$((wrong + 1))
        printf '%s (%s): %s is meant, found: ' "$query" "$why" "$title"
        cat "$home/hit"
    fi
done <"$data/searches.tsv"
[ "$wrong" -eq 0 ]
echo "$searches searches over $(wc -l <"$data/corpus.tsv") cases find what is meant"
