-- How many rows changed, by what and why: moves between activities, rows added and gone, then the other changes.
SELECT 'activity' AS changed, old_activity AS old, new_activity AS new, why, count(*) AS rows, min(id) AS first
FROM temp.diff_row WHERE changed GLOB 'activity*' GROUP BY old_activity, new_activity, why
UNION ALL
SELECT changed, old_activity, new_activity, why, count(*), min(id)
FROM temp.diff_row WHERE changed IN ('added', 'gone') GROUP BY changed, old_activity, new_activity, why
UNION ALL
SELECT 'validity', old_state, new_state, why, count(*), min(id)
FROM temp.diff_row WHERE changed GLOB '*validity' GROUP BY old_state, new_state, why
UNION ALL
SELECT 'rule', NULL, NULL, why, count(*), min(id) FROM temp.diff_row WHERE changed GLOB '*rule*' GROUP BY why
UNION ALL
SELECT 'association', NULL, NULL, why, count(*), min(id) FROM temp.diff_row WHERE changed GLOB '*association*' GROUP BY why
UNION ALL
SELECT 'payload', NULL, NULL, why, count(*), min(id) FROM temp.diff_row WHERE changed GLOB '*payload*' GROUP BY why;
