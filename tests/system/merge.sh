#!/bin/sh
# Two desks that both go on from one log by 200 events, and are merged in both directions, hold the same: every event,
# the same cases and the same clocks; a tag from either desk finds its case, in mails too.
# Usage: sh tests/system/merge.sh path/to/spoc
set -eu
spoc=$1
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" LC_ALL=C.UTF-8
cd "$home"
apart=200

# Runs a command at a desk, one minute after the one before.
minute=0
at() {
    desk=$1
    shift
    minute=$((minute + 1))
    SPOC_NOW=$(date -d "2026-11-02T09:00:00+01:00 + $minute minutes" +%Y-%m-%dT%H:%M:%S%:z) \
        "$spoc" -q --store "$desk.db" "$@" </dev/null >>said
}
count() { sqlite3 -readonly "$1.db" 'SELECT count(*) FROM event'; }

# Work on one case, told apart by the number $3, at the desk $1.
work() {
    at "$1" report log "$2" --from vendor --kind answered --ref "INC$3" "Svar nummer $3"
    at "$1" report log "$2" --from vendor --kind promised --by 2026-12-01T12:00:00+01:00 "Løfte $3"
    case $(($3 % 4)) in
    0) at "$1" report wait "$2" --text 'Hvornår?'
       at "$1" report resume "$2" --text 'I går.' ;;
    1) at "$1" report log "$2" --from vendor --kind fix-announced --release "5.$3" 'Rettet.'
       at "$1" verify fail "$2" --text 'Samme fejl.' ;;
    2) at "$1" report log "$2" --from vendor --kind fix-announced --release "5.$3" 'Rettet.'
       at "$1" verify pass "$2"
       at "$1" report close "$2" --as fixed --silent
       [ $(($3 % 8)) -eq 2 ] || at "$1" report reopen "$2" --text 'Igen.' ;;
    3) at "$1" report remind "$2" --yes --text 'Vi venter.'
       at "$1" report link "$2" 1 --as related ;;
    esac
}

# 200 events at the desk $1: on the common cases, and on new ones, whose numbers the other desk gives too.
go_on() {
    round=0
    start=$(count "$1")
    while [ $(($(count "$1") - start)) -lt "$apart" ]; do
        round=$((round + 1))
        number=$((8 + round * 2 - 1))
        at "$1" report new "Fejl $round ved $1" --category $((round % 3 + 2))
        at "$1" report send "$number" --yes
        work "$1" "$number" "$round"
        at "$1" wishlist add "Ønske $round ved $1" --by "Kollega $round"
        at "$1" report log $((round % 8 + 1)) "Bemærkning $round ved $1"
        at "$1" report log $((round % 8 + 1)) --from vendor --kind answered "Fælles svar $round"
    done
}

for case in 1 2 3 4 5 6 7 8; do
    at first report new "Fælles fejl $case" --category 2
    at first report send "$case" --yes
    at first report log "$case" --from vendor --kind answered "Modtaget $case"
done
"$spoc" --store first.db export >common.jsonl
"$spoc" -q --store second.db import common.jsonl >>said
common=$(count first)
go_on first
"$spoc" --store first.db report --all --json id,title >first.before
go_on second
"$spoc" --store second.db report --all --json id,title >second.before
firsts=$(($(count first) - common)) seconds=$(($(count second) - common))

"$spoc" --store first.db export >first.jsonl
"$spoc" -q --store second.db import first.jsonl >>said
"$spoc" --store second.db export >second.jsonl
"$spoc" -q --store first.db import second.jsonl >>said
"$spoc" --store first.db export >first.jsonl
"$spoc" -q --store second.db import first.jsonl >>said

# The same events, and none lost.
"$spoc" --store second.db export | sort >second.sorted
sort first.jsonl | cmp - second.sorted
ids() { sqlite3 -readonly "$1.db" "SELECT hex(id) FROM event WHERE kind <> 'renumbered' ORDER BY 1"; }
ids first >first.ids
ids second | cmp first.ids -
[ "$(wc -l <first.ids)" -eq $((common + firsts + seconds)) ]

# The same cases, by the event that opened them, and the same clocks.
cases() {
    sqlite3 -readonly "$1.db" "SELECT hex(recorded_event), type, title, state, ball, category, due, clock, slips,
        failed_verifications, reopenings FROM cases ORDER BY 1"
}
cases first >first.cases
cases second | cmp first.cases -
clocks() {
    sqlite3 -readonly "$1.db" 'SELECT number FROM cases WHERE type = 0 AND reported_at IS NOT NULL ORDER BY hex(recorded_event)' |
        while read -r number; do
            "$spoc" --store "$1.db" --now 2026-11-20T12:00:00+01:00 escalate why "$number" --json |
                sed -E 's/"case":"[A-Z]+-[0-9]+"//'
        done
}
clocks first >first.clocks
clocks second | cmp first.clocks -
[ "$(wc -l <first.clocks)" -gt 30 ]

# What each desk called a case still finds it there, and an answer with that tag lands on it at both desks.
tags() {
    sqlite3 :memory: "SELECT value ->> 'id', value ->> 'title' FROM json_each(readfile('$1.before') -> '\$.cases')"
}
found=0
for desk in first second; do
    tags "$desk" >names
    while IFS='|' read -r id title; do
        "$spoc" --store "$desk.db" report show "$id" --json title | grep -qF "\"title\":\"$title\"" ||
            { echo "$desk: $id is no longer $title"; exit 1; }
        found=$((found + 1))
    done <names
done
for number in 9 13 17; do
    printf 'From: servicedesk@vendor.example\nSubject: SV: [BOM-%s] Fejl\nMessage-ID: <%s@vendor.example>\n\nSvar.\n' \
        "$number" "$number" >mail.eml
    for desk in first second; do
        "$spoc" --store "$desk.db" --now 2026-11-20T12:00:00+01:00 receive --json filed_as,id <mail.eml >filed
        id=$(sed 's/.*"id":"\([^"]*\)".*/\1/' filed)
        "$spoc" --store "$desk.db" report show "$id" --json title | grep -q "ved $desk" ||
            { echo "$desk: [BOM-$number] landed elsewhere: $(cat filed)"; exit 1; }
    done
done
for desk in first second; do "$spoc" --store "$desk.db" doctor >/dev/null; done
echo "$common common events, $firsts and $seconds apart: merged, $(wc -l <first.cases) cases, $found tags find theirs"
