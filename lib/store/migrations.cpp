#include "lib/store/migrations.hpp"

#include <array>
#include <chrono>
#include <thread>

#include <fmt/format.h>

#include "lib/core/error.hpp"
#include "lib/store/backup.hpp"
#include "lib/store/database.hpp"
#include "lib/store/digest.hpp"

namespace spoc::store {

namespace {

// Append only: a step that has been released is never edited, because there are files out there that ran it.
// Instants are seconds since 1970 in UTC, offsets are minutes ahead of UTC, numbers of types, states and
// clocks are those of the enumerations in lib/core. What is derived from `event` can be made anew at any
// time.
constexpr auto steps = std::to_array<const char*>({
    R"sql(
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE origin (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

    CREATE TABLE event (
        position        INTEGER PRIMARY KEY,  -- the order recorded here
        id              BLOB    NOT NULL UNIQUE,
        case_number     INTEGER NOT NULL,     -- the case here; `label` is its name where the event was recorded
        label           TEXT    NOT NULL,
        kind            TEXT    NOT NULL,
        occurred_at     INTEGER NOT NULL,
        occurred_offset INTEGER NOT NULL,
        recorded_at     INTEGER NOT NULL,
        recorded_offset INTEGER NOT NULL,
        actor           TEXT    NOT NULL,
        origin          INTEGER NOT NULL,
        seq             INTEGER NOT NULL,
        hash            BLOB    NOT NULL,
        data            TEXT    NOT NULL,
        UNIQUE (origin, seq)
    ) STRICT;
    CREATE INDEX event_case ON event (case_number);
    CREATE TRIGGER event_stays BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
    CREATE TRIGGER event_remains BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;

    CREATE TABLE alias (
        origin INTEGER NOT NULL, label TEXT NOT NULL, case_number INTEGER NOT NULL,
        PRIMARY KEY (origin, label)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE cases (
        number          INTEGER PRIMARY KEY,
        system          TEXT    NOT NULL,
        recorded_event  BLOB    NOT NULL,
        type            INTEGER NOT NULL,
        title           TEXT    NOT NULL,
        category        INTEGER NOT NULL,     -- 0: none
        state           INTEGER NOT NULL,
        open            INTEGER NOT NULL,
        ball            TEXT    NOT NULL,
        vendor_ref      TEXT    NOT NULL,
        interface       TEXT    NOT NULL,
        reporter        TEXT    NOT NULL,
        release         TEXT    NOT NULL,
        reported_at     INTEGER,
        reported_offset INTEGER,
        recorded_at     INTEGER NOT NULL,
        recorded_offset INTEGER NOT NULL,
        changed_at      INTEGER NOT NULL,
        changed_offset  INTEGER NOT NULL,
        due             INTEGER NOT NULL,     -- the year 9999 if there is no deadline, so that it sorts last
        clock           INTEGER,
        rung            TEXT    NOT NULL,
        escalate_at     INTEGER,
        escalate_rung   TEXT    NOT NULL,
        escalate_clock  INTEGER,
        failed_verifications INTEGER NOT NULL,
        slips           INTEGER NOT NULL,
        reopenings      INTEGER NOT NULL,
        trouble         TEXT    NOT NULL
    ) STRICT;
    CREATE INDEX cases_urgent ON cases (
        due, number, system, recorded_event, type, title, category, state, open, ball, vendor_ref, interface,
        reporter, release, reported_at, reported_offset, recorded_at, recorded_offset, changed_at, changed_offset,
        clock, rung, escalate_at, escalate_rung, escalate_clock, failed_verifications, slips, reopenings, trouble
    ) WHERE open = 1;
    CREATE INDEX cases_state ON cases (state, due) WHERE open = 1;
    CREATE INDEX cases_ball ON cases (ball, due) WHERE open = 1;
    CREATE INDEX cases_escalate ON cases (escalate_at) WHERE escalate_at IS NOT NULL;
    CREATE INDEX cases_other ON cases (type, due) WHERE type > 0;

    CREATE TABLE case_ref (
        ref TEXT NOT NULL, case_number INTEGER NOT NULL, PRIMARY KEY (ref, case_number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE tally (
        system TEXT NOT NULL, type INTEGER NOT NULL, category INTEGER NOT NULL, state INTEGER NOT NULL,
        ball TEXT NOT NULL, cases INTEGER NOT NULL,
        PRIMARY KEY (system, type, category, state, ball)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE moment_tally (
        moment INTEGER NOT NULL, width INTEGER NOT NULL, bucket INTEGER NOT NULL,
        system TEXT NOT NULL, type INTEGER NOT NULL, cases INTEGER NOT NULL,
        PRIMARY KEY (moment, width, bucket, system, type)
    ) STRICT, WITHOUT ROWID;

    CREATE VIRTUAL TABLE search USING fts5 (body, content = '', tokenize = 'ascii');

    CREATE TABLE outbox (
        id          INTEGER PRIMARY KEY AUTOINCREMENT,
        case_number INTEGER,
        notice      INTEGER,
        event       TEXT    NOT NULL,
        kind        TEXT    NOT NULL,
        recipient   TEXT    NOT NULL,
        subject     TEXT    NOT NULL,
        message_id  TEXT    NOT NULL,
        message     BLOB    NOT NULL,
        state       TEXT    NOT NULL,
        settled     INTEGER NOT NULL,         -- sent or dropped
        created_at  INTEGER NOT NULL,
        changed_at  INTEGER NOT NULL,
        attempts    INTEGER NOT NULL,
        error       TEXT    NOT NULL,
        sender      TEXT    NOT NULL          -- the process that delivers it, while it does
    ) STRICT;
    CREATE INDEX outbox_unsettled ON outbox (id) WHERE settled = 0;

    CREATE TABLE mail (
        id          INTEGER PRIMARY KEY AUTOINCREMENT,
        direction   INTEGER NOT NULL,
        message_id  TEXT    NOT NULL,
        case_number INTEGER,
        notice      INTEGER,
        outbox      INTEGER REFERENCES outbox (id),
        sha256      TEXT    NOT NULL,
        filed_as    TEXT    NOT NULL,
        event       TEXT    NOT NULL,
        sender      TEXT    NOT NULL,
        subject     TEXT    NOT NULL,
        at          INTEGER NOT NULL,
        answer      TEXT    NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX mail_message_id ON mail (message_id, direction) WHERE message_id <> '';
    CREATE INDEX mail_digest ON mail (sha256) WHERE direction = 0 AND sha256 <> '';
    CREATE INDEX mail_case ON mail (case_number) WHERE case_number IS NOT NULL;
    CREATE INDEX mail_inbox ON mail (id) WHERE filed_as = 'inbox';

    CREATE TABLE notice (
        id           INTEGER PRIMARY KEY AUTOINCREMENT,
        source       TEXT    NOT NULL,
        guid         TEXT    NOT NULL,
        title        TEXT    NOT NULL,
        link         TEXT    NOT NULL,
        published_at INTEGER,
        updated_at   INTEGER,
        kind         INTEGER NOT NULL,
        state        TEXT    NOT NULL,
        starts_at    INTEGER,
        ends_at      INTEGER,
        summary      TEXT    NOT NULL,
        system       TEXT    NOT NULL,
        interface    TEXT    NOT NULL,
        components   TEXT    NOT NULL,
        began_at     INTEGER,
        over_at      INTEGER,
        seen_at      INTEGER NOT NULL,
        changed_at   INTEGER NOT NULL,
        settled      INTEGER NOT NULL,
        unread       INTEGER NOT NULL,
        before       TEXT    NOT NULL,  -- the title and summary of the reading before this one, as JSON; or empty
        UNIQUE (source, guid)
    ) STRICT;
    CREATE INDEX notice_unread ON notice (id) WHERE unread = 1;
    CREATE INDEX notice_current ON notice (ends_at, id) WHERE settled = 0 AND kind IN (2, 3);
    CREATE INDEX notice_seen ON notice (seen_at);
    )sql",

    R"sql(
    ALTER TABLE notice ADD COLUMN body TEXT NOT NULL DEFAULT '';
    -- the schedule as it was last told before it began: what comes later excuses nobody
    ALTER TABLE notice ADD COLUMN announced_from INTEGER;
    ALTER TABLE notice ADD COLUMN announced_until INTEGER;
    CREATE INDEX notice_maintenance ON notice (announced_from) WHERE kind = 3;
    )sql",

    R"sql(
    ALTER TABLE outbox ADD COLUMN overridden TEXT NOT NULL DEFAULT '';  -- why the gate was overruled, and where: JSON
    ALTER TABLE outbox ADD COLUMN returned INTEGER NOT NULL DEFAULT 0;  -- it went out and came back undeliverable
    CREATE INDEX outbox_notice ON outbox (notice) WHERE notice IS NOT NULL;
    CREATE INDEX notice_changed ON notice (changed_at);
    CREATE INDEX mail_notice ON mail (notice) WHERE notice IS NOT NULL;
    )sql",

    R"sql(
    CREATE INDEX event_card ON event (position) WHERE kind IN ('card', 'card-used');
    INSERT INTO moment_tally (moment, width, bucket, system, type, cases)  -- what came, day by day
        SELECT 2, 86400, recorded_at / 86400, system, type, count(*) FROM cases GROUP BY 3, 4, 5;
    CREATE VIRTUAL TABLE notice_search USING fts5 (body, tokenize = 'ascii');
    INSERT INTO notice_search (rowid, body)  -- folded as far as SQL can; what is told anew is folded wholly
        SELECT id, replace(replace(replace(replace(replace(replace(lower(title || ' ' || summary),
            'æ', 'ae'), 'ø', 'oe'), 'å', 'aa'), 'Æ', 'ae'), 'Ø', 'oe'), 'Å', 'aa') FROM notice;
    )sql",

    R"sql(
    ALTER TABLE mail ADD COLUMN unread INTEGER NOT NULL DEFAULT 0;  -- on a case, and the user has not looked at it
    CREATE INDEX mail_unread ON mail (id) WHERE unread = 1;
    )sql",

    R"sql(
    INSERT INTO moment_tally (moment, width, bucket, system, type, cases)  -- a width between the two
        SELECT moment, 65536, bucket >> 4, system, type, sum(cases) FROM moment_tally WHERE width = 4096
        GROUP BY 1, 3, 4, 5;
    )sql",
});

int pragma(Database& database, const char* sql) {
    Query query(database, sql);
    return query.next() ? query.number(0) : 0;
}

int version_of(Database& database) {
    return pragma(database, "PRAGMA user_version");
}

bool is_empty(Database& database) {
    return pragma(database, "SELECT count(*) FROM sqlite_schema") == 0;
}

struct Identity {
    int version = 0;
    bool ours = false;
    bool empty = false;  ///< asked only of a file that is not ours
};

/// What the file says that it is, all read at one moment: another spoc may be making it just now.
Identity identity_of(Database& database) {
    database.execute("BEGIN");
    Identity identity{.version = version_of(database),
                      .ours = pragma(database, "PRAGMA application_id") == application_id};
    identity.empty = !identity.ours && is_empty(database);
    database.rollback();
    return identity;
}

/// The version of the schema; 0 for a store still to be made. Refuses what is no store, or one that this
/// program does not understand.
int known_version(Database& database, int newest) {
    const auto [version, ours, empty] = identity_of(database);
    if (!ours && (version != 0 || !empty)) {
        throw core::StoreError("{} is no store of spoc", database.path());
    }
    if (version > newest) {
        throw core::StoreError(
            "the store {} was written by a newer spoc: its schema has version {}, and this spoc knows {}",
            database.path(), version, newest);
    }
    return version;
}

void keep_copy(Database& database, int version) {
    if (database.is_file()) {
        Database reader(database.path(), Database::Access::read_only, std::chrono::seconds{5});
        copy_store(reader, fmt::format("{}.version-{}", database.path(), version), OnExisting::keep);
    }
}

/// Readers and a writer never wait for one another in this mode. Where two make a store at the same time
/// SQLite refuses it at once instead of waiting, so it is asked again.
void choose_journal(Database& database) {
    constexpr int most_tries = 100;
    for (int tries = 1;; ++tries) {
        try {
            database.execute("PRAGMA journal_mode = WAL");
            return;
        } catch (const core::StoreError&) {
            if (tries == most_tries) {
                throw;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        }
    }
}

}  // namespace

std::span<const char* const> schema_steps() {
    return steps;
}

int newest_schema() {
    return static_cast<int>(steps.size());
}

bool is_current(Database& database) {
    const auto identity = identity_of(database);
    return identity.ours && identity.version == static_cast<int>(steps.size());
}

void migrate(Database& database, std::span<const char* const> todo) {
    const int newest = static_cast<int>(todo.size());
    const int seen = known_version(database, newest);
    if (seen == newest) {
        return;
    }
    if (seen == 0) {
        choose_journal(database);
    }
    database.begin();
    const int found = version_of(database);  // once more, under the lock: another spoc may have been faster
    if (found > 0 && found < newest) {
        keep_copy(database, found);
    }
    for (int version = found; version < newest; ++version) {
        database.execute(todo[static_cast<std::size_t>(version)]);
    }
    if (found == 0) {
        database.execute(fmt::format("PRAGMA application_id = {}", application_id));
        Query(database, "INSERT INTO meta (key, value) VALUES ('origin', ?)", new_origin()).run();
    }
    database.execute(fmt::format("PRAGMA user_version = {}", newest));
    database.commit();
}

}  // namespace spoc::store
