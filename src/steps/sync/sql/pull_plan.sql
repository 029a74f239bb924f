-- What pull writes, a row a file: kind, table, the COPY statement (NULL: there is no such table), the source
-- columns that the table lacks, and which of those a run cannot do without. $1: the table of the communications, by
-- default the master; of the tables that go with the master, whether they have rows: $2 communication_link,
-- $3 email_body (the whole of a Comm_Email that the master has the beginning of), $4 source_mark, $5 source_extra (columns
-- that rule sets such as sage read).
--
-- Columns are found by name without regard to case, and written in the order and with the names that hubstage
-- knows. A communication's further persons and companies (communication_link) are further rows of the same core,
-- behind its own.
WITH known (kind, position, name, needed) AS (
	SELECT 'communications', position, name,
		name IN ('comm_communicationid', 'comm_type', 'comm_datetime', 'comm_createddate')
	FROM unnest(ARRAY['comm_communicationid', 'comm_opportunityid', 'comm_caseid', 'comm_type', 'comm_action', 'comm_status',
		'comm_priority', 'comm_datetime', 'comm_todatetime', 'comm_note', 'comm_subject', 'comm_email_clean',
		'comm_createddate', 'comm_updateddate', 'comm_originaldatetime', 'comm_originaltodatetime', 'person_id',
		'person_firstname', 'person_lastname', 'person_emailaddress', 'company_id', 'company_name', 'comm_private',
		'comm_deleted', 'comm_owneremail', 'cmli_comm_userid', 'comm_from', 'comm_to', 'comm_cc', 'comm_bcc', 'comm_location'])
		WITH ORDINALITY AS t (name, position)
	UNION ALL
	SELECT 'contacts', position, name, position <= 2
	FROM unnest(ARRAY['legacy_contact_id', 'hubspot_contact_id', 'id', 'legacy_email', 'hubspot_email', 'legacy_firstname',
		'legacy_lastname', 'hubspot_firstname', 'hubspot_lastname', 'legacy_company_id', 'hubspot_company_id',
		'legacy_properties', 'properties_to_update', 'reconciliation_status', 'match_confidence', 'notes', 'created_at',
		'last_updated']) WITH ORDINALITY AS t (name, position)
	UNION ALL
	SELECT 'companies', position, name, position <= 2
	FROM unnest(ARRAY['legacy_company_id', 'hubspot_company_id', 'id', 'legacy_name', 'hubspot_name', 'legacy_domain',
		'hubspot_domain', 'legacy_properties', 'properties_to_update', 'reconciliation_status', 'match_confidence', 'notes',
		'created_at', 'last_updated']) WITH ORDINALITY AS t (name, position)
	UNION ALL
	SELECT 'deals', position, name, position <= 2
	FROM unnest(ARRAY['legacy_deal_id', 'hubspot_deal_id', 'id', 'legacy_dealname', 'hubspot_dealname', 'legacy_amount',
		'hubspot_amount', 'legacy_company_id', 'hubspot_company_id', 'legacy_contact_id', 'hubspot_contact_id',
		'legacy_properties', 'properties_to_update', 'reconciliation_status', 'match_confidence', 'notes', 'created_at',
		'last_updated']) WITH ORDINALITY AS t (name, position)
),
file (kind, position, oid) AS (
	VALUES
		('communications', 1, to_regclass(coalesce($1, 'ic_communication_master'))::oid),
		('contacts', 2, to_regclass('contacts_reconciliation')::oid),
		('companies', 3, to_regclass('companies_reconciliation')::oid),
		('deals', 4, to_regclass('deals_reconciliation')::oid)
),
met AS (
	SELECT DISTINCT ON (f.kind, k.position) f.kind, f.oid, k.position, k.name, k.needed, a.attname
	FROM file f
	JOIN known k ON k.kind = f.kind
	LEFT JOIN pg_attribute a ON a.attrelid = f.oid AND a.attnum > 0 AND NOT a.attisdropped AND lower(a.attname) = k.name
	ORDER BY f.kind, k.position, a.attname = k.name DESC
),
there (links, bodies, marks, extras) AS (
	SELECT $2::boolean, $3::boolean, $4::boolean, $5::boolean
),
columns AS (
	SELECT kind,
		string_agg(CASE
			WHEN name = 'comm_email_clean' AND bodies
				THEN format('CASE WHEN left(b.body, 500) = t.%1$I THEN b.body ELSE t.%1$I END AS %2$I', attname, name)
			WHEN attname IS NULL AND position > 24
				THEN format('(SELECT e.value FROM source_extra e WHERE e.comm_communicationid = t.comm_communicationid '
					'AND e.name = %L) AS %I', CASE name WHEN 'comm_owneremail' THEN 'owner_email'
						WHEN 'cmli_comm_userid' THEN 'user' ELSE replace(name, 'comm_', '') END, name)
			WHEN attname IS NULL THEN format('CASE WHEN k.%I THEN ''Y'' END AS %I', replace(name, 'comm_', 'is_'), name)
			ELSE format('t.%I AS %I', attname, name)
		END, ', ' ORDER BY position) FILTER (WHERE is_met) AS own,
		string_agg(CASE name
			WHEN 'person_id' THEN 'l.person_id'
			WHEN 'company_id' THEN 'l.company_id'
			WHEN 'person_firstname' THEN 'NULL'
			WHEN 'person_lastname' THEN 'NULL'
			WHEN 'person_emailaddress' THEN 'NULL'
			WHEN 'company_name' THEN 'NULL'
			ELSE format('o.%I', name)
		END, ', ' ORDER BY position) FILTER (WHERE is_met) AS further,
		string_agg(format('%I', name), ', ' ORDER BY position) FILTER (WHERE is_met) AS names,
		max(attname) FILTER (WHERE position = 1) AS key,
		string_agg(name, ' ' ORDER BY position) FILTER (WHERE attname IS NULL AND position <= 22) AS lacking,
		string_agg(name, ' ' ORDER BY position) FILTER (WHERE attname IS NULL AND needed) AS lacking_needed
	FROM (
		SELECT m.*, t.bodies, m.attname IS NOT NULL OR m.kind = 'communications' AND (m.position IN (23, 24) AND t.marks OR m.position > 24 AND t.extras)
			AS is_met
		FROM met m CROSS JOIN there t
	) m
	GROUP BY kind
),
source AS (
	SELECT c.kind, format('SELECT %s FROM %s t%s%s', c.own, f.oid::regclass,
		CASE WHEN f.kind = 'communications' AND t.bodies
			THEN format(' LEFT JOIN email_body b ON b.comm_communicationid = t.%I', c.key) END,
		CASE WHEN f.kind = 'communications' AND t.marks
			THEN format(' LEFT JOIN source_mark k ON k.comm_communicationid = t.%I', c.key) END) AS text
	FROM columns c
	JOIN file f ON f.kind = c.kind
	CROSS JOIN there t
)
SELECT f.kind,
	CASE WHEN f.oid IS NULL THEN
		CASE f.kind WHEN 'communications' THEN coalesce($1, 'ic_communication_master') ELSE f.kind || '_reconciliation' END
		ELSE f.oid::regclass::text END,
	CASE
		WHEN f.oid IS NULL OR c.lacking_needed IS NOT NULL THEN NULL
		WHEN f.kind = 'communications' AND (SELECT links FROM there) THEN
			format('COPY (WITH own AS (%s) SELECT %s FROM (SELECT *, -1 AS hs_position FROM own UNION ALL '
				'SELECT %s, l.position FROM communication_link l JOIN own o ON o.comm_communicationid = l.comm_communicationid) x '
				'ORDER BY comm_communicationid, hs_position) TO STDOUT WITH (FORMAT csv, HEADER true)',
				s.text, c.names, c.further)
		ELSE format('COPY (%s ORDER BY t.%I) TO STDOUT WITH (FORMAT csv, HEADER true)', s.text, c.key)
	END,
	c.lacking, c.lacking_needed
FROM file f
JOIN columns c ON c.kind = f.kind
JOIN source s ON s.kind = f.kind
ORDER BY f.position;
