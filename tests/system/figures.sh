#!/bin/sh
# The figures of the system manager's page are those that another program counts from the exported log.
# Usage: sh tests/system/figures.sh path/to/spoc path/to/spoc_bench_generate
set -eu
spoc=$1 generate=$2
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" LC_ALL=C.UTF-8 TZ=Europe/Copenhagen SPOC_STORE="$home/store.db"
cd "$home"

"$generate" 400 500 >log.jsonl
"$spoc" -q import log.jsonl
at() {
    when=$1
    shift
    SPOC_NOW=$when "$spoc" -q "$@" >/dev/null
}
# What the generator does not make: reopened cases, failed verifications, escalations, wishes and decisions.
at 2026-10-05T10:00:00+02:00 report new 'Kvitteringen mangler' --category 2
at 2026-10-05T10:30:00+02:00 report send 401 --yes
at 2026-10-12T10:00:00+02:00 report log 401 --from vendor --kind fix-announced --release 5.1 'Rettet.'
at 2026-10-13T10:00:00+02:00 verify fail 401 --text 'Samme fejl.'
at 2026-10-20T10:00:00+02:00 escalate send 401 --yes --reason 'Ikke rettet.'
at 2026-10-28T10:00:00+01:00 report close 401 --as withdrawn --silent
at 2026-11-03T10:00:00+01:00 report reopen 401 --text 'Den er der igen.'
at 2026-10-07T10:00:00+02:00 wishlist add 'Større kort'
at 2026-10-08T10:00:00+02:00 wishlist submit 402 --yes
at 2026-11-09T10:00:00+01:00 wishlist decide 402 --outcome planned --by owner
"$spoc" export >log.jsonl
unset SPOC_NOW

periods=0
compare() {
    from=$(date -d "$1" +%s) until=$(date -d "$2" +%s)
    sqlite3 :memory: -cmd ".parameter set :log 'log.jsonl'" -cmd ".parameter set :system 'BOM'" \
        -cmd ".parameter set :from $from" -cmd ".parameter set :until $until" ".read $here/figures.sql" >counted
    "$spoc" --now 2026-12-01T12:00:00+01:00 status owner --period "$3" --json >told
    sqlite3 :memory: "SELECT name || ': ' || told || ', counted ' || counted FROM
        (SELECT key AS name, value AS counted, readfile('told') -> '\$.figures' ->> key AS told
         FROM json_each(readfile('counted'))) WHERE told IS NOT counted" >different
    if [ -s different ]; then
        printf 'in %s:\n' "$3"
        cat different
        exit 1
    fi
    periods=$((periods + 1))
}
compare 2026-10-01 2026-11-01 2026-10
compare 2026-11-01 2026-12-01 2026-11
grep -q '"reopened":1' told
compare 2026-10-08 2026-11-04 2026-10-08..2026-11-03
for year in 2022 2023 2024 2025; do
    compare "$year-01-01" "$((year + 1))-01-01" "$year"
done
echo "the figures of $periods periods are those counted from the log"
