-- The same cases and events as one would keep them by hand for the sqlite3 program: a table of each with what spoc lists,
-- a covering partial index for the list of open cases by deadline, a full-text index, the journal that spoc has. `body` is
-- what people wrote in an event; spoc indexes the same.
PRAGMA journal_mode = WAL;
CREATE TABLE defect(
    number      INTEGER PRIMARY KEY,
    type        TEXT NOT NULL,
    title       TEXT NOT NULL,
    system      TEXT NOT NULL,
    category    INTEGER NOT NULL,
    state       TEXT NOT NULL,
    ball        TEXT NOT NULL,
    vendor_ref  TEXT NOT NULL,
    reported_at TEXT NOT NULL,
    due_at      INTEGER,          -- empty: no deadline, and so after all others
    clock       TEXT NOT NULL,
    rung        TEXT NOT NULL,
    failed      INTEGER NOT NULL,
    slips       INTEGER NOT NULL,
    reopenings  INTEGER NOT NULL,
    interface   TEXT NOT NULL,
    reporter    TEXT NOT NULL,
    release     TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    changed_at  TEXT NOT NULL
);
CREATE INDEX open_by_due ON defect(due_at, number, type, title, system, category, state, ball, vendor_ref, reported_at, clock,
    rung, failed, slips, reopenings, interface, reporter, release, recorded_at, changed_at) WHERE state <> 'closed';
CREATE TABLE event(
    position    INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    case_number INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    occurred_at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    actor       TEXT NOT NULL,
    data        TEXT NOT NULL,
    body        TEXT NOT NULL
);
CREATE INDEX event_case ON event(case_number);
CREATE VIRTUAL TABLE search USING fts5(body, content = '');
