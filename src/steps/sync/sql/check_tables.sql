-- Of each table that pull and push touch: is it there, may it be read, may it be written, about how many rows it has.
SELECT t.name, c.oid IS NOT NULL,
	coalesce(has_table_privilege(c.oid, 'SELECT'), false),
	coalesce(has_table_privilege(c.oid, 'INSERT') AND has_table_privilege(c.oid, 'UPDATE')
		AND has_table_privilege(c.oid, 'DELETE'), false),
	greatest(c.reltuples, 0)::bigint
FROM (VALUES
	('ic_communication_master'), ('ic_calls'), ('ic_emails'), ('ic_meetings'), ('ic_notes'), ('ic_tasks'),
	('ic_communications'), ('ic_postal_mail'), ('communication_link'), ('email_body'), ('source_mark'), ('source_extra'),
	('reconciliation_log'), ('sync_run'),
	('contacts_reconciliation'), ('companies_reconciliation'), ('deals_reconciliation'),
	('communications_reconciliation')) t (name)
LEFT JOIN pg_class c ON c.oid = to_regclass(quote_ident(t.name))
ORDER BY t.name;
