-- Of each table that pull and push touch: is it there, may it be read, may it be written (and its serial numbers drawn),
-- how to count its rows, and, of a large one that has been analyzed, about how many there are instead.
SELECT t.name, c.oid IS NOT NULL, r.readable,
	coalesce(has_table_privilege(c.oid, 'INSERT') AND has_table_privilege(c.oid, 'UPDATE')
		AND has_table_privilege(c.oid, 'DELETE'), false)
	AND NOT EXISTS (SELECT 1 FROM pg_depend d JOIN pg_class q ON q.oid = d.objid
		WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid
			AND d.deptype = 'a' AND CASE WHEN q.relkind = 'S' THEN NOT has_sequence_privilege(q.oid, 'USAGE') END),
	CASE WHEN r.readable AND NOT r.large THEN format('SELECT count(*) FROM %s', c.oid::regclass) END,
	CASE WHEN r.readable AND r.large THEN c.reltuples::bigint END
FROM (VALUES
	('ic_communication_master'), ('ic_calls'), ('ic_emails'), ('ic_meetings'), ('ic_notes'), ('ic_tasks'),
	('ic_communications'), ('ic_postal_mail'), ('communication_link'), ('email_body'), ('source_mark'), ('source_extra'),
	('reconciliation_log'), ('sync_run'),
	('contacts_reconciliation'), ('companies_reconciliation'), ('deals_reconciliation'),
	('communications_reconciliation')) t (name)
LEFT JOIN pg_class c ON c.oid = to_regclass(quote_ident(t.name))
CROSS JOIN LATERAL (SELECT coalesce(has_table_privilege(c.oid, 'SELECT'), false) AS readable, c.reltuples > 1000000 AS large) r
ORDER BY t.name;
