-- How many rows changed, by what and why: moves between activities, rows added and gone, then the other changes; of each the
-- most frequent first.
SELECT changed, old, new, why, rows, first FROM (
SELECT 1 AS part, 'activity' AS changed, old_activity AS old, new_activity AS new, why, count(*) AS rows, min(id) AS first
FROM temp.diff_row WHERE changed GLOB 'activity*' GROUP BY old_activity, new_activity, why
UNION ALL
SELECT 2, changed, old_activity, new_activity, why, count(*), min(id)
FROM temp.diff_row WHERE changed IN ('added', 'gone') GROUP BY changed, old_activity, new_activity, why
UNION ALL
SELECT 3, 'validity', old_state, new_state, why, count(*), min(id)
FROM temp.diff_row WHERE changed GLOB '*validity' GROUP BY old_state, new_state, why
UNION ALL
SELECT 4, 'rule', NULL, NULL, why, count(*), min(id) FROM temp.diff_row WHERE changed GLOB '*rule*' GROUP BY why
UNION ALL
SELECT 5, 'association', NULL, NULL, why, count(*), min(id) FROM temp.diff_row WHERE changed GLOB '*association*' GROUP BY why
UNION ALL
SELECT 6, 'payload', NULL, NULL, why, count(*), min(id) FROM temp.diff_row WHERE changed GLOB '*payload*' GROUP BY why)
ORDER BY part, rows DESC, first;
