#!/bin/sh
# What is exported and imported is the same to the byte; importing twice changes nothing; what is derived can be made
# anew to the byte; a changed byte of an old event is found and named.
# Usage: sh tests/system/roundtrip.sh path/to/spoc path/to/spoc_bench_generate
set -eu
spoc=$1 generate=$2
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" LC_ALL=C.UTF-8
first=$home/first.db other=$home/other.db

"$generate" 300 >"$home/log"
"$spoc" -q --store "$first" import "$home/log"
"$spoc" -q --store "$first" report new 'Æblegrød med "citat" og	tabulator' --category 2 --steps 'en
to' >"$home/id"
"$spoc" -q --store "$first" report log "$(cat "$home/id")" 'Nøgle → værdi'
"$spoc" --store "$first" export >"$home/one"
"$spoc" --store "$first" export | "$spoc" -q --store "$other" import -
"$spoc" --store "$other" export >"$home/two"
cmp "$home/one" "$home/two"
"$spoc" -q --store "$other" import "$home/one"
"$spoc" --store "$other" export | cmp "$home/one" -

derived() {
    for table in cases case_ref; do
        sqlite3 "$1" "SELECT * FROM $table ORDER BY 1, 2"
    done
}
derived "$first" >"$home/before"
"$spoc" --store "$first" doctor --rebuild >/dev/null
derived "$first" | cmp "$home/before" -
[ -s "$home/before" ]

sqlite3 "$first" "DROP TRIGGER event_stays; DROP TRIGGER event_remains;
                  UPDATE event SET data = replace(data, 'Æblegrød', 'Æblegrad')"
status=0
"$spoc" --store "$first" doctor >"$home/found" || status=$?
grep -q "$(cat "$home/id")" "$home/found" || { cat "$home/found"; exit 1; }
[ "$status" -eq 4 ]
echo "exports are equal, rebuilding changes nothing, a changed byte is found"
