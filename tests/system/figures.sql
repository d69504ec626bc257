-- Counts the figures of a brief from an exported log, without spoc: the log as :log, the system as :system, the period as
-- :from and :until, in seconds since 1970.
CREATE TEMP TABLE event AS
SELECT key AS line, value ->> 'case' AS name, value ->> 'kind' AS kind, value -> 'data' AS data,
       unixepoch(value ->> 'occurred_at') AS at
FROM json_each('[' || replace(rtrim(readfile(:log), char(10)), char(10), ',') || ']');

-- A defect is open from its record, and from each reopening, to each closing.
CREATE TEMP TABLE defect AS
SELECT name, at AS recorded FROM event
WHERE kind = 'recorded' AND data ->> 'type' = 'defect' AND data ->> 'system' = :system AND at < :until;
CREATE TEMP TABLE turn AS
SELECT name, at, line, kind <> 'closed' AS opens,
       lag(kind, 1, 'closed') OVER (PARTITION BY name ORDER BY at, line) AS before, kind
FROM event JOIN defect USING (name) WHERE kind IN ('recorded', 'closed', 'reopened') AND at < :until;

CREATE TEMP TABLE state_at AS
SELECT name, (SELECT opens FROM turn t WHERE t.name = d.name AND t.at < :from ORDER BY at DESC, line DESC LIMIT 1) AS before,
       (SELECT opens FROM turn t WHERE t.name = d.name ORDER BY at DESC, line DESC LIMIT 1) AS after, recorded
FROM defect d;

SELECT json_object(
    'open_before', (SELECT count(*) FROM state_at WHERE before),
    'recorded', (SELECT count(*) FROM defect WHERE recorded >= :from),
    'reported', (SELECT count(*) FROM (SELECT name, min(at) AS first FROM event JOIN defect USING (name)
                                       WHERE kind = 'reported' AND data ->> 'to' = 'vendor' GROUP BY name)
                 WHERE first >= :from AND first < :until),
    'reopened', (SELECT count(*) FROM turn WHERE kind = 'reopened' AND at >= :from),
    'closed', (SELECT count(*) FROM turn WHERE kind = 'closed' AND at >= :from),
    'open', (SELECT count(*) FROM state_at WHERE after),
    'escalated', (SELECT count(*) FROM event JOIN defect USING (name)
                  WHERE kind = 'escalated' AND at >= :from AND at < :until),
    'announced', (SELECT count(*) FROM event JOIN defect USING (name)
                  WHERE kind = 'fix-announced' AND at >= :from AND at < :until),
    'failed', (SELECT count(*) FROM event JOIN defect USING (name)
               WHERE kind = 'verified' AND data ->> 'outcome' = 'fail' AND at >= :from AND at < :until),
    'ages', (SELECT json_array(
                 coalesce(sum(days <= 7), 0), coalesce(sum(days > 7 AND days <= 30), 0),
                 coalesce(sum(days > 30 AND days <= 90), 0), coalesce(sum(days > 90 AND days <= 365), 0),
                 coalesce(sum(days > 365), 0))
             FROM (SELECT (:until - recorded) / 86400 AS days FROM state_at WHERE after)),
    'wishes_recorded', (SELECT count(*) FROM event WHERE kind = 'recorded' AND data ->> 'type' = 'wish'
                        AND data ->> 'system' = :system AND at >= :from AND at < :until),
    'wishes_decided', (SELECT count(*) FROM event WHERE kind = 'decided' AND at >= :from AND at < :until));
