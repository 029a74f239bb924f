-- gate: setup_constraints
-- What each table has; compare with the files under schema/tables and schema/indexes.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'setup_constraints' AND NOT passed)
SELECT c.name AS table_name,
	(length(s.sql) - length(replace(s.sql, 'CHECK (', ''))) / length('CHECK (') AS checks,
	(SELECT count(*) FROM pragma_foreign_key_list(c.name)) AS foreign_keys,
	(SELECT count(*) FROM pragma_index_list(c.name) i WHERE i."unique" AND i.origin = 'c') AS unique_indexes
FROM failed CROSS JOIN v_contract c
LEFT JOIN sqlite_master s ON s.type = c.kind AND s.name = c.name
WHERE c.kind = 'table'
ORDER BY c.name
LIMIT 20;
