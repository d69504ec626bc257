#!/bin/sh
# Kills spoc 200 times at random moments while it writes: every defect whose command ended well is there, and the store
# is sound.
# Usage: sh tests/system/kill.sh path/to/spoc [TIMES]
set -eu
spoc=$1 times=${2:-200}
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" LC_ALL=C.UTF-8
"$spoc" -q report new 'Den første' --category 3 >"$home/kept"

round=0
killed=0
while [ "$round" -lt "$times" ]; do
    round=$((round + 1))
    "$spoc" -q report new "Runde $round" --category 3 >"$home/said" 2>>"$home/errors" &
    victim=$!
    # from no time at all to a little longer than a command takes
    delay=$(awk -v seed="$round" 'BEGIN { srand(seed * 7919); printf "%.4f", rand() * 0.02 }')
    sleep "$delay"
    kill -KILL "$victim" 2>/dev/null || true
    if wait "$victim" 2>/dev/null; then
        cat "$home/said" >>"$home/kept"
    else
        killed=$((killed + 1))
    fi
done

[ ! -s "$home/errors" ] || { head "$home/errors"; exit 1; }
"$spoc" report --plain | cut -f 1 | sort >"$home/there"
lost=$(sort "$home/kept" | comm -23 - "$home/there" | wc -l)
found=$("$spoc" doctor --json | grep -c '"severity"' || true)
echo "$killed of $times killed, $(wc -l <"$home/kept") ended well, $lost of them lost, $found findings"
[ "$lost" -eq 0 ] && [ "$found" -eq 0 ] && [ "$killed" -gt 0 ]
