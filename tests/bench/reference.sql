-- The cases of a store in one table with a covering partial index, as one would make it by hand for the dashboard.
-- `cases.json` is what `spoc report --json` prints: every open case. Closed ones only have to be there.
PRAGMA journal_mode = WAL;
CREATE TABLE defect(
    number   INTEGER PRIMARY KEY,
    title    TEXT NOT NULL,
    category INTEGER,
    state    TEXT NOT NULL,
    ball     TEXT NOT NULL,
    due_at   INTEGER
) STRICT;
INSERT INTO defect
SELECT CAST(substr(value ->> 'id', 5) AS INTEGER), value ->> 'title', value ->> 'category', value ->> 'state',
       value ->> 'ball', unixepoch(value ->> 'next_due_at')
FROM json_each(readfile('cases.json'), '$.cases');
WITH RECURSIVE every(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM every WHERE number < :cases)
INSERT OR IGNORE INTO defect SELECT number, 'closed', 3, 'closed', '', NULL FROM every WHERE number <= :cases;
CREATE INDEX open_defect ON defect(category, ball, state, due_at) WHERE state <> 'closed';
ANALYZE;
