-- The set-up: whether the file is the deployed schema. setup_views fails as a statement when a view does not compile,
-- and its message names the view.
INSERT OR REPLACE INTO measurement
SELECT 'setup_' || c.kind || iif(c.kind = 'index', 'es', 's'), count(s.name)
FROM v_contract c
LEFT JOIN sqlite_master s ON s.type = c.kind AND s.name = c.name
GROUP BY c.kind;

-- Compiles each of them and runs none.
INSERT OR REPLACE INTO measurement
SELECT name, value FROM measurement WHERE name = 'setup_views' AND NOT EXISTS (
	SELECT 1 FROM (SELECT * FROM v_ic_calls_staging LIMIT 0)
	UNION ALL
	SELECT 1 FROM (SELECT * FROM v_ic_emails_staging LIMIT 0)
	UNION ALL
	SELECT 1 FROM (SELECT * FROM v_ic_meetings_staging LIMIT 0)
	UNION ALL
	SELECT 1 FROM (SELECT * FROM v_ic_notes_staging LIMIT 0)
	UNION ALL
	SELECT 1 FROM (SELECT * FROM v_ic_tasks_staging LIMIT 0)
	UNION ALL
	SELECT 1 FROM (SELECT * FROM v_ic_communications_staging LIMIT 0)
	UNION ALL
	SELECT 1 FROM (SELECT * FROM v_ic_postal_mail_staging LIMIT 0)
	UNION ALL
	SELECT 1 FROM (SELECT * FROM v_ic_activities_summary LIMIT 0)
	UNION ALL
	SELECT 1 FROM (SELECT * FROM v_ic_derivative_coverage LIMIT 0));

-- 7 foreign keys on delete cascade, 8 UNIQUE indexes, and each CHECK of the 8 tables.
INSERT OR REPLACE INTO measurement
SELECT 'setup_constraints', total(n) FROM (
	SELECT count(*) AS n FROM v_contract c
	JOIN pragma_foreign_key_list(c.name) f ON f."table" = 'ic_communication_master' AND f.on_delete = 'CASCADE'
	WHERE c.kind = 'table'
	UNION ALL
	SELECT count(*) FROM v_contract c JOIN pragma_index_list(c.name) i ON i."unique" AND i.origin = 'c'
	WHERE c.kind = 'table'
	UNION ALL
	SELECT (length(s.sql) - length(replace(s.sql, 'CHECK (', ''))) / length('CHECK (') FROM v_contract c
	JOIN sqlite_master s ON s.type = c.kind AND s.name = c.name
	WHERE c.kind = 'table'
);

INSERT OR REPLACE INTO measurement
SELECT 'setup_classification', count(*)
FROM classification_probe p
JOIN v_classification c ON c.id = -p.position
WHERE c.activity_type <> p.activity;
