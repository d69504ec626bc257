#!/bin/sh
# Measures spoc beside the sqlite3 program, newsboat, taskwarrior and fossil on the same questions, in pairs: one run of
# each in turn, so that whatever the machine does meets both. Prints a Markdown table on stdout, the ratios first.
# Usage: sh tests/bench/run.sh [CASES...], by default 1000 10000 100000 1000000
#   ONLY='status list20'  takes these measures only: start import add task fossil export rebuild status list20 listall
#                         rare common fetch
#   PAIRS=40 SECONDS_EACH=20  pairs of a measure at most, and when to begin no more of them (but three are taken)
#   LONG_UP_TO=100000     of larger stores leaves out what takes minutes a pair: import export rebuild task fossil
#   CLOCK=cpu             counts the processor's time: steadier while others use the machine, and blind to the disk
#   SPOC=path             measures another program than build/release/spoc, which is then not built
set -eu
tree=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
here=$tree/tests/bench
build=$tree/build/release
pairs=${PAIRS:-40}
seconds=${SECONDS_EACH:-20}
[ $# -gt 0 ] || set -- 1000 10000 100000 1000000
. "$here/measures.sh" # gives: take, wanted, listed, and a function for each measure
. "$here/others.sh"

sh "$tree/config/setup.sh" build run test bench >&2
[ -f "$build/build.ninja" ] || cmake -S "$tree" -B "$build" -G Ninja --log-level=WARNING -DCMAKE_BUILD_TYPE=Release >&2
cmake --build "$build" --target spoc_bench_generate spoc_bench_pairs >&2
[ -n "${SPOC:-}" ] || cmake --build "$build" --target spoc spoc-fetch spoc-mime >&2
spoc=$(realpath "${SPOC:-$build/spoc}")

began=$(date +%s)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM
cd "$work"
# As installing does, and as the peers are: what a linker has just written is kept in memory in smaller pieces.
mkdir bin
cp "$spoc" "$(dirname "$spoc")/spoc-fetch" "$(dirname "$spoc")/spoc-mime" bin/
spoc=$work/bin/$(basename "$spoc")
export HOME="$work" USER=support LC_ALL=C.UTF-8 TZ=UTC SPOC_NOW=2026-11-30T09:00:00+01:00
unset XDG_CONFIG_HOME XDG_DATA_HOME SPOC_CONFIG SPOC_STORE
: >results

# Makes the store of $1 cases and its reference, which must know the same open cases.
prepare() {
    rm -f ./*.db* ./*.csv log.jsonl added.*
    "$build/tests/bench/spoc_bench_generate" "$1" >log.jsonl
    "$spoc" -q --store store.db import log.jsonl
    "$build/tests/bench/spoc_bench_generate" "$1" 400 csv >events.csv
    "$spoc" --store store.db report --all --limit 0 --csv >all.csv
    sqlite3 :memory: '.mode csv' '.import all.csv line' "SELECT substr(id, 5) + 0, type, title, system, category, state, ball,
        vendor_ref, reported_at, unixepoch(next_due_at), next_clock, rung, failed_verifications, slips, reopenings, interface, reporter,
        release, recorded_at, changed_at FROM line ORDER BY 1" >cases.csv
    sqlite3 reference.db ".read $here/reference.sql" BEGIN '.mode csv' '.import cases.csv defect' '.import events.csv event' \
        "INSERT INTO search(rowid, body) SELECT position, body FROM event WHERE body <> ''" COMMIT \
        "INSERT INTO search(search) VALUES ('optimize')" 'PRAGMA wal_checkpoint(TRUNCATE)' ANALYZE >/dev/null
    ours=$("$spoc" --store store.db report --limit 0 --plain | wc -l)
    theirs=$(sqlite3 -readonly reference.db "$listed" | wc -l)
    if [ "$ours" -ne "$theirs" ] || [ "$(wc -l <cases.csv)" -ne "$1" ]; then
        printf 'spoc lists %s open cases of %s, the reference %s\n' "$ours" "$1" "$theirs" >&2
        exit 1
    fi
    sync
}

# Copies for what is added, so that every other question is asked of the same events.
copy_for_adding() {
    [ ! -f added.db ] || return 0
    cp store.db added.db
    cp reference.db added.reference
    sync
}

# An index for the counts of status alone; made late, so that add does not have to keep it.
index_counts() {
    sqlite3 reference.db 'CREATE INDEX IF NOT EXISTS open_counts ON defect(category, ball, state, due_at) WHERE state <> '"'closed'" ANALYZE
}

is_too_long() { [ "$1" != add ] && [ "$cases" -gt "${LONG_UP_TO:-$cases}" ]; }

cases=$1
if wanted start; then
    start
fi
for cases; do
    [ "${ONLY:-}" != start ] || break
    prepare "$cases"
    for measure in import export add task fossil; do
        ! wanted "$measure" || is_too_long "$measure" || "measure_$measure"
    done
    rm -f added.*
    index_counts
    for measure in status list20 listall rare common fetch; do
        ! wanted "$measure" || "measure_$measure"
    done
    [ -f first.store ] || cp store.db first.store
    ! wanted rebuild || is_too_long rebuild || measure_rebuild
done
# What the largest store costs more than the smallest, side by side: the peer of both is spoc itself.
if [ $# -gt 1 ]; then
    ! wanted status || take growth-status spoc -- "$spoc" --store store.db status -- "$spoc" --store first.store status
    ! wanted list20 || take growth-list20 spoc -- "$spoc" --store store.db report --limit 20 --plain -- \
        "$spoc" --store first.store report --limit 20 --plain
fi

cat <<END
$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(nproc) cores, $(uname -sr); sqlite3 $(sqlite3 --version | cut -d ' ' -f 1), \
newsboat $(newsboat --version | sed -n '1s/[^0-9]*\([0-9.]*\).*/\1/p'), taskwarrior $(task --version), \
fossil $(fossil version | sed 's/.*version \([0-9.]*\).*/\1/'). Medians of up to $pairs pairs, in milliseconds of the \
$([ "${CLOCK:-}" = cpu ] && echo processor || echo clock); taken in $((($(date +%s) - began + 59) / 60)) minutes.

END
awk -f "$here/table.awk" "$here/targets.txt" results
