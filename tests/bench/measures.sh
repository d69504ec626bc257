# shellcheck shell=sh disable=SC2154  # run.sh says what is measured, where, and how often
# How each measure is taken, for run.sh: what spoc does, and what the program beside it does. A measure begins only where
# it is asked for, and adds a line to results: measure, cases, ratio, spoc's milliseconds, the peer's, their KiB, pairs, peer.

wanted() {
    case " ${ONLY:-$1} " in
    *" $1 "*) ;;
    *) return 1 ;;
    esac
    printf '%s, %s cases\n' "$1" "$cases" >&2
}

# Takes the measure $1 beside the peer $2; what follows is for spoc_bench_pairs.
take() {
    measure=$1 peer=$2
    shift 2
    [ "${CLOCK:-}" != cpu ] || set -- -c "$@"
    case $measure in
    import | export | rebuild) set -- -s $((seconds * 4)) "$@" ;;
    esac
    line=$("$build/tests/bench/spoc_bench_pairs" -s "$seconds" -n "$pairs" "$@")
    printf '%s\t%s\t%s\t%s\n' "$measure" "$cases" "$line" "$peer" >>results
}

start() {
    take start sqlite3 -- "$spoc" --version -- sqlite3 --version
    take start-task taskwarrior -- "$spoc" --version -- task --version
    take start-fossil fossil -- "$spoc" --version -- fossil version
}

# Both make a store of the same events, with everything that can be asked of it later: the cases, their index, the full
# text. The peer is given the cases as they came to be; it reads rows of CSV, the quickest that it knows.
# shellcheck disable=SC2016  # for the shell that runs before each run
measure_import() {
    take import sqlite3 -p 'if [ "$1" = ours ]; then rm -f in.db*; else rm -f in.ref*; sqlite3 in.ref ".read '"$here"'/reference.sql"; fi' -- \
        "$spoc" -q --store in.db import log.jsonl -- \
        sqlite3 in.ref BEGIN '.mode csv' '.import cases.csv defect' '.import events.csv event' \
        "INSERT INTO search(rowid, body) SELECT position, body FROM event WHERE body <> ''" COMMIT
    rm -f in.*
}

measure_export() {
    take export sqlite3 -o exported -- "$spoc" --store store.db export -- \
        sqlite3 -readonly reference.db "SELECT json_object('schema', 1, 'id', id, 'case', 'BOM-' || case_number, 'kind', kind,
            'occurred_at', occurred_at, 'recorded_at', recorded_at, 'actor', actor, 'data', json(data)) FROM event ORDER BY position"
    rm -f exported.*
}

# A durable add: the case, its first event and the full text in one transaction, on the disk when the program ends.
measure_add() {
    copy_for_adding
    take add sqlite3 -- "$spoc" -q --store added.db report new 'Kladden {} forsvinder' --category 3 --steps 'Log ind, gem en kladde' \
        --expected 'Kladden er der' --actual 'Den er væk, spor {}' --users alle -- \
        sqlite3 added.reference "PRAGMA synchronous = FULL; BEGIN IMMEDIATE;
            INSERT INTO defect SELECT max(number) + 1, 'defect', 'Kladden {} forsvinder', 'BOM', 3, 'recorded', 'us', '', '', unixepoch(),
                '', '', 0, 0, 0, '', '', '', datetime(), datetime() FROM defect;
            INSERT INTO event(id, case_number, kind, occurred_at, recorded_at, actor, data, body)
                SELECT lower(hex(randomblob(16))), max(number), 'recorded', datetime(), datetime(), 'Support',
                    json_object('type', 'defect', 'title', 'Kladden {} forsvinder', 'system', 'BOM', 'category', 3,
                        'steps', 'Log ind, gem en kladde', 'expected', 'Kladden er der', 'actual', 'Den er væk, spor {}', 'users', 'alle'),
                    'Kladden {} forsvinder Log ind, gem en kladde Kladden er der Den er væk, spor {} alle' FROM defect;
            INSERT INTO search(rowid, body) SELECT position, body FROM event WHERE position = last_insert_rowid();
            COMMIT"
}

# The same counts: open cases, overdue, due within a day, by category, by who has the ball, to be verified.
measure_status() {
    at=$(date -d "$SPOC_NOW" +%s)
    take status sqlite3 -- "$spoc" --store store.db status -- sqlite3 -readonly reference.db \
        "SELECT count(*), sum(due_at < $at), sum(due_at BETWEEN $at AND $at + 86400), sum(state = 'fix-announced')
            FROM defect WHERE state <> 'closed';
        SELECT category, count(*) FROM defect WHERE state <> 'closed' GROUP BY category;
        SELECT ball, count(*) FROM defect WHERE state <> 'closed' GROUP BY ball"
}

listed="SELECT number, type, title, system, category, state, ball, vendor_ref, reported_at, due_at, clock, rung, failed, slips,
    reopenings, interface, reporter, release, recorded_at, changed_at FROM defect WHERE state <> 'closed' ORDER BY due_at"

measure_list20() {
    take list20 sqlite3 -- "$spoc" --store store.db report --limit 20 --plain -- sqlite3 -readonly reference.db "$listed LIMIT 20"
}

measure_listall() {
    take listall sqlite3 -- "$spoc" --store store.db report --limit 0 --plain -- sqlite3 -readonly reference.db "$listed"
}

# The 20 best events with the word $2, by rank, with the titles of their cases.
find_word() {
    take "$1" sqlite3 -- "$spoc" --store store.db find "$2" --limit 20 --plain -- sqlite3 -readonly reference.db \
        "SELECT d.number, d.title, d.state, e.kind, e.body FROM (SELECT rowid, rank FROM search WHERE search MATCH '$2' ORDER BY rank LIMIT 20) s
            JOIN event e ON e.position = s.rowid JOIN defect d ON d.number = e.case_number ORDER BY s.rank"
}

# The number that stands in one case only, in the middle of the store.
measure_rare() {
    word=$(sqlite3 -readonly reference.db "SELECT replace(actual, rtrim(actual, '0123456789abcdef'), '') FROM (
        SELECT data ->> 'actual' AS actual FROM event WHERE case_number = ($cases + 1) / 2 AND kind = 'recorded')")
    find_word rare "$word"
}

measure_common() { find_word common mobilen; }

# Everything derived is made anew from the events. The peer derives less: no deadlines, no counters.
measure_rebuild() {
    take rebuild sqlite3 -- "$spoc" -q --store store.db doctor --rebuild -- sqlite3 reference.db "PRAGMA synchronous = FULL; BEGIN;
        CREATE TEMP TABLE due AS SELECT number, reported_at, due_at, clock, rung, failed, slips, reopenings, release FROM defect;
        DELETE FROM defect;
        INSERT INTO defect SELECT e.case_number, e.data ->> 'type', e.data ->> 'title', e.data ->> 'system', e.data ->> 'category',
            (SELECT iif(kind = 'noted', 'answered', kind) FROM event l WHERE l.case_number = e.case_number ORDER BY position DESC LIMIT 1),
            'vendor', coalesce((SELECT data ->> 'ref' FROM event r WHERE r.case_number = e.case_number AND kind = 'answered'), ''),
            d.reported_at, d.due_at, d.clock, d.rung, d.failed, d.slips, d.reopenings, coalesce(e.data ->> 'interface', ''),
            coalesce(e.data ->> 'reporter', ''), d.release, e.recorded_at,
            (SELECT max(recorded_at) FROM event m WHERE m.case_number = e.case_number) FROM event e LEFT JOIN due d ON d.number = e.case_number WHERE e.kind = 'recorded';
        INSERT INTO search(search) VALUES ('delete-all');
        INSERT INTO search(rowid, body) SELECT position, body FROM event WHERE body <> '';
        COMMIT"
}

# Writes the feed of 1,000 items.
write_feed() {
    awk 'BEGIN {
        print "<rss version=\"2.0\"><channel><title>Drift</title><link>https://drift.example/</link><description>Drift</description>"
        for (at = 1; at <= 1000; ++at)
            printf "<item><guid>%d</guid><title>Driftsmeddelelse %d om log ind</title><link>https://drift.example/%d</link>" \
                "<description>Tekst %d om noget, der er i orden igen.</description>" \
                "<pubDate>Mon, 30 Nov 2026 07:00:00 +0100</pubDate></item>\n", at, at, at, at
        print "</channel></rss>"
    }' >feed.xml
}

# The first pair, which is not counted, makes the items known.
measure_fetch() {
    write_feed
    printf 'file://%s/feed.xml\n' "$PWD" >urls
    : >newsboat.conf
    take fetch newsboat -- "$spoc" -q --store store.db notice fetch --from "file://$PWD/feed.xml" -- \
        newsboat -q -u urls -c newsboat.db -C newsboat.conf -x reload
}
