#!/bin/sh
# Eight processes record 500 defects each at the same time: every one is there, and no number is given twice.
# Usage: sh tests/system/storm.sh path/to/spoc [PROCESSES] [DEFECTS]
set -eu
spoc=$1 processes=${2:-8} defects=${3:-500}
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" LC_ALL=C.UTF-8

# A machine that also builds and tests something else may keep a disk busy for long.
printf '[store]\nwait = "1min"\n' >"$home/spoc.toml"
export SPOC_CONFIG="$home/spoc.toml"

record_many() {
    number=0
    while [ "$number" -lt "$defects" ]; do
        number=$((number + 1))
        "$spoc" -q report new "Fejl $1-$number" --category 3 >>"$home/numbers.$1" 2>>"$home/errors" || echo "failed: $?" >>"$home/errors"
    done
}
process=0
while [ "$process" -lt "$processes" ]; do
    process=$((process + 1))
    record_many "$process" &
done
wait

expected=$((processes * defects))
[ ! -s "$home/errors" ] || { head "$home/errors"; exit 1; }
given=$(cat "$home"/numbers.* | sort -u | wc -l)
kept=$("$spoc" report --plain | wc -l)
found=$("$spoc" doctor --json | grep -c '"severity"' || true)
echo "$given numbers given, $kept defects kept, $found findings"
[ "$given" -eq "$expected" ] && [ "$kept" -eq "$expected" ] && [ "$found" -eq 0 ]
