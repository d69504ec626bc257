#!/bin/sh
# Measures spoc beside the sqlite3 program on the same questions, in pairs: one run of each at a time, in turn, so that
# whatever the machine does meets both. Prints a Markdown table of medians and of the median of the pairs' ratios.
# Usage: sh tests/bench/run.sh [CASES...], by default 0 1 100000; PAIRS says how many pairs, by default 60.
set -eu
tree=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
here=$tree/tests/bench
build=$tree/build/release
pairs=${PAIRS:-60}
now=2026-11-30T09:00:00+01:00
[ $# -gt 0 ] || set -- 0 1 100000

sh "$tree/config/setup.sh" build run test bench >&2
[ -f "$build/build.ninja" ] || cmake -S "$tree" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release >&2
cmake --build "$build" --target all >&2

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export HOME="$work" LC_ALL=C.UTF-8 TZ=UTC SPOC_NOW="$now"
ln -s "$build/spoc" spoc

# Prints the milliseconds of one run of each of the two commands, in the order given.
once() {
    hyperfine --shell=none --style=none --warmup=1 --runs=1 --export-csv=once.csv "$@" >hyperfine.log 2>&1 || {
        cat hyperfine.log >&2
        return 1
    }
    awk -F, 'NR > 1 { printf "%s%.4f", (NR > 2 ? " " : ""), $(NF - 4) * 1000 }' once.csv
}

median() {
    sort -g | awk '{ value[NR] = $1 } END { printf "%.3f", (value[int((NR + 1) / 2)] + value[int(NR / 2) + 1]) / 2 }'
}

# Prints a row of the table: what is measured, spoc's command, the command that it is compared with.
compare() {
    : >pairs
    pair=0
    while [ "$pair" -lt "$pairs" ]; do
        if [ $((pair % 2)) -eq 0 ]; then
            once "$2" "$3" | awk '{ print $1, $2 }' >>pairs
        else
            once "$3" "$2" | awk '{ print $2, $1 }' >>pairs
        fi
        pair=$((pair + 1))
    done
    [ "$(awk '$1 > 0 && $2 > 0' pairs | wc -l)" -eq "$pairs" ] || {
        echo 'a run was not measured' >&2
        exit 1
    }
    printf '| %s | %s | %s | %s |\n' "$1" "$(awk '{ print $1 / $2 }' pairs | median)" \
        "$(awk '{ print $1 }' pairs | median)" "$(awk '{ print $2 }' pairs | median)"
}

# Makes a store with $1 cases, of which $2 in a thousand are open.
fill() {
    rm -f store.db*
    "$build/tests/bench/spoc_bench_generate" "$1" "$2" >log.jsonl
    ./spoc --store store.db import log.jsonl >/dev/null
}

# Makes a store with $1 cases, and the table to compare it with; both must count the same.
prepare() {
    rm -f reference.db*
    fill "$1" 400
    ./spoc --store store.db report --json >cases.json
    sqlite3 reference.db -cmd ".parameter set :cases $1" ".read $here/reference.sql" >/dev/null
    # The question as one argument, its numbers written out: nothing that costs sqlite3 more than it must.
    question=$(sed -e '/^--/d' -e "s/:now/$(date -d "$now" +%s)/g" -e "s/:soon/$(date -d "$now + 1 day" +%s)/g" \
        "$here/status.sql" | tr '\n' ' ')
    ./spoc --store store.db status --json >status.json
    ours=$(sqlite3 :memory: "SELECT readfile('status.json') ->> '\$.open'")
    theirs=$(sqlite3 -readonly reference.db "$question" | sed -n '1s/|.*//p')
    [ "$ours" = "$theirs" ] || {
        printf 'spoc counts %s open cases, the reference %s\n' "$ours" "$theirs" >&2
        exit 1
    }
}

printf '%s, %s cores, %s; sqlite3 %s; medians of %s pairs, times in milliseconds.\n\n' \
    "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)" "$(nproc)" "$(uname -sr)" \
    "$(sqlite3 --version | cut -d ' ' -f 1)" "$pairs"
printf '| measure | ratio | spoc | sqlite3 |\n|---|---|---|---|\n'
compare "\`--version\`" './spoc --version' 'sqlite3 --version'
for cases in "$@"; do
    prepare "$cases"
    compare "\`status\`, $cases cases" './spoc --store store.db status' "sqlite3 -readonly reference.db \"$question\""
done
# The same question to the same index: a word that many cases have, and one that a single case has.
for word in mobilen "$(sqlite3 -readonly store.db 'SELECT lower(ref) FROM case_ref LIMIT 1')"; do
    compare "\`find $word\`, $cases cases" "./spoc --store store.db find $word" \
        "sqlite3 -readonly store.db \"SELECT rowid FROM search WHERE search MATCH '$word*' ORDER BY rank LIMIT 20\""
done

printf '\n| measure | ratio | spoc | %s |\n|---|---|---|---|\n' "\`spoc --version\`"
fill 100000 100
compare "\`escalate\`, 100000 cases, a tenth open" './spoc --store store.db escalate' './spoc --version'

# Writes a feed of $2 items that begin with number $1.
feed() {
    awk -v first="$1" -v items="$2" 'BEGIN {
        print "<rss version=\"2.0\"><channel><title>Drift</title>"
        for (at = first; at < first + items; ++at)
            printf "<item><guid>%d</guid><title>Driftsmeddelelse %d om log ind</title><description>Tekst %d om noget, " \
                "der er i orden igen.</description><pubDate>Mon, 30 Nov 2026 07:00:00 +0100</pubDate></item>\n", at, at, at
        print "</channel></rss>"
    }' >feed.xml
}
rm -f store.db*
for part in 0 1 2 3 4 5 6 7 8 9; do
    feed "$((part * 10000))" 10000
    ./spoc -q --store store.db notice fetch --from "file://$work/feed.xml" --plain >/dev/null
done
compare "\`notice\`, 100000 notices" './spoc --store store.db notice' './spoc --version'
feed 0 1000
compare "\`notice fetch\`, 1000 items known" \
    "./spoc --store store.db notice fetch --from file://$work/feed.xml" './spoc --version'
