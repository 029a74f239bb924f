-- The COPY statement of already-pushed.csv: every communication that HubSpot has by this server's knowledge, once:
-- by the master, else by its derived row, else by communications_reconciliation. NULL: none of these tables is
-- there.
WITH source (priority, name, text) AS (
	SELECT 1, 'ic_communication_master',
		'SELECT comm_communicationid AS legacy_communication_id, api_engagement_id AS hubspot_engagement_id, 1 AS priority '
		'FROM ic_communication_master WHERE api_engagement_id IS NOT NULL'
	UNION ALL
	SELECT 2, name, format('SELECT m.comm_communicationid, d.hubspot_engagement_id, 2 FROM %I d '
		'JOIN ic_communication_master m ON m.id = d.ic_communication_master_id WHERE d.hubspot_engagement_id IS NOT NULL', name)
	FROM unnest(ARRAY['ic_calls', 'ic_emails', 'ic_meetings', 'ic_notes', 'ic_tasks', 'ic_communications',
		'ic_postal_mail']) name
	UNION ALL
	SELECT 3, 'communications_reconciliation',
		'SELECT legacy_communication_id, hubspot_engagement_id, 3 FROM communications_reconciliation '
		'WHERE hubspot_engagement_id IS NOT NULL'
)
SELECT 'COPY (SELECT DISTINCT ON (1) legacy_communication_id, hubspot_engagement_id FROM ('
	|| string_agg(text, ' UNION ALL ' ORDER BY priority, name)
	|| ') x (legacy_communication_id, hubspot_engagement_id, priority) ORDER BY 1, priority) '
	|| 'TO STDOUT WITH (FORMAT csv, HEADER true)'
FROM source
WHERE to_regclass(name) IS NOT NULL
	AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = to_regclass(name)
		AND a.attname IN ('api_engagement_id', 'hubspot_engagement_id') AND NOT a.attisdropped);
