-- What `spoc status` counts, asked of the table that reference.sql fills.
SELECT count(*), sum(due_at < :now), sum(due_at BETWEEN :now AND :soon), sum(state = 'fix-announced') FROM defect WHERE state <> 'closed';
SELECT category, count(*) FROM defect WHERE state <> 'closed' GROUP BY category;
SELECT ball, count(*) FROM defect WHERE state <> 'closed' GROUP BY ball;
