-- Two workspaces, row by row. The newer one is main, the older one is attached as old; both are open to read only, so that what
-- is made here is temporary. A rule is compared by what it says, not by its number. Only rows that differ are kept.
PRAGMA query_only = OFF;

CREATE TEMP TABLE old_code AS
SELECT c.id, c.rule_position, json_array(r.type, r.action, r.status, r.priority, r.case_id, r.person, r.company,
	r.deal, r.note,
	r.email, r.subject, r.activity, r.direction, r.activity_status, r.decision) AS rule
FROM old.code_combination c LEFT JOIN old.classification_rule r ON r.position = c.rule_position;
CREATE UNIQUE INDEX temp.old_code_id ON old_code (id);

CREATE TEMP TABLE new_code AS
SELECT c.id, c.rule_position, json_array(r.type, r.action, r.status, r.priority, r.case_id, r.person, r.company,
	r.deal, r.note,
	r.email, r.subject, r.activity, r.direction, r.activity_status, r.decision) AS rule
FROM main.code_combination c LEFT JOIN main.classification_rule r ON r.position = c.rule_position;
CREATE UNIQUE INDEX temp.new_code_id ON new_code (id);

CREATE TEMP VIEW old_row AS
SELECT
	m.*, m.derived_activity_type AS activity, c.rule_position, c.rule,
	(SELECT group_concat(ifnull(hubspot_contact_id, '') || '/' || ifnull(hubspot_company_id, ''))
		FROM old.communication_link l WHERE l.comm_communicationid = m.id) AS links,
	CASE m.derived_activity_type
		WHEN 'calls' THEN (SELECT hubspot_api_payload FROM old.ic_calls d WHERE d.id = m.id)
		WHEN 'emails' THEN (SELECT hubspot_api_payload FROM old.ic_emails d WHERE d.id = m.id)
		WHEN 'meetings' THEN (SELECT hubspot_api_payload FROM old.ic_meetings d WHERE d.id = m.id)
		WHEN 'notes' THEN (SELECT hubspot_api_payload FROM old.ic_notes d WHERE d.id = m.id)
		WHEN 'tasks' THEN (SELECT hubspot_api_payload FROM old.ic_tasks d WHERE d.id = m.id)
		WHEN 'communications' THEN (SELECT hubspot_api_payload FROM old.ic_communications d WHERE d.id = m.id)
		WHEN 'postal_mail' THEN (SELECT hubspot_api_payload FROM old.ic_postal_mail d WHERE d.id = m.id)
	END AS payload,
	CASE
		WHEN m.staging_status = 'error' THEN 'in error'
		WHEN m.staging_status = 'pending' THEN 'not derived'
		WHEN EXISTS (SELECT 1 FROM old.finding f WHERE f.comm_communicationid = m.id AND f.kind =
			'skipped') THEN 'skipped'
		WHEN EXISTS (SELECT 1 FROM old.finding f WHERE f.comm_communicationid = m.id AND f.kind =
			'held') THEN 'held'
		ELSE 'valid'
	END AS state
FROM old.ic_communication_master m
JOIN old.row_origin o ON o.comm_communicationid = m.id
JOIN temp.old_code c ON c.id = o.code_combination_id;

CREATE TEMP VIEW new_row AS
SELECT
	m.*, m.derived_activity_type AS activity, c.rule_position, c.rule,
	(SELECT group_concat(ifnull(hubspot_contact_id, '') || '/' || ifnull(hubspot_company_id, ''))
		FROM main.communication_link l WHERE l.comm_communicationid = m.id) AS links,
	CASE m.derived_activity_type
		WHEN 'calls' THEN (SELECT hubspot_api_payload FROM main.ic_calls d WHERE d.id = m.id)
		WHEN 'emails' THEN (SELECT hubspot_api_payload FROM main.ic_emails d WHERE d.id = m.id)
		WHEN 'meetings' THEN (SELECT hubspot_api_payload FROM main.ic_meetings d WHERE d.id = m.id)
		WHEN 'notes' THEN (SELECT hubspot_api_payload FROM main.ic_notes d WHERE d.id = m.id)
		WHEN 'tasks' THEN (SELECT hubspot_api_payload FROM main.ic_tasks d WHERE d.id = m.id)
		WHEN 'communications' THEN (SELECT hubspot_api_payload FROM main.ic_communications d WHERE d.id = m.id)
		WHEN 'postal_mail' THEN (SELECT hubspot_api_payload FROM main.ic_postal_mail d WHERE d.id = m.id)
	END AS payload,
	CASE
		WHEN m.staging_status = 'error' THEN 'in error'
		WHEN m.staging_status = 'pending' THEN 'not derived'
		WHEN EXISTS (SELECT 1 FROM main.finding f WHERE f.comm_communicationid = m.id AND f.kind =
			'skipped') THEN 'skipped'
		WHEN EXISTS (SELECT 1 FROM main.finding f WHERE f.comm_communicationid = m.id AND f.kind =
			'held') THEN 'held'
		ELSE 'valid'
	END AS state
FROM main.ic_communication_master m
JOIN main.row_origin o ON o.comm_communicationid = m.id
JOIN temp.new_code c ON c.id = o.code_combination_id;

CREATE TEMP TABLE fact AS
SELECT
	n.rule_set_sha256 <> o.rule_set_sha256 OR EXISTS (
		SELECT timezone, key_property, placeholder_from, placeholder_to, orphans, quoted_empty,
			null_markers, zero_id_is_null, sentinel_date_is_null, sentinel_dates, max_record,
			email_column_holds, task_due, nul_bytes, private_use FROM main.this_run
		EXCEPT
		SELECT timezone, key_property, placeholder_from, placeholder_to, orphans, quoted_empty,
			null_markers, zero_id_is_null, sentinel_date_is_null, sentinel_dates, max_record,
			email_column_holds, task_due, nul_bytes, private_use FROM old.this_run) AS rules_differ,
	n.tool_version <> o.tool_version AS tool_differs,
	-- the same bytes, read in another way because a setting says so, are no other input
	EXISTS (SELECT kind, sha256 FROM main.input WHERE kind = 'communications' EXCEPT SELECT kind, sha256 FROM old.input)
		OR EXISTS (SELECT kind, sha256 FROM old.input WHERE kind = 'communications'
			EXCEPT SELECT kind, sha256 FROM main.input) AS files_differ,
	EXISTS (SELECT kind, sha256 FROM main.input WHERE kind <> 'communications' EXCEPT SELECT kind, sha256 FROM old.input)
		OR EXISTS (SELECT kind, sha256 FROM old.input WHERE kind <> 'communications'
			EXCEPT SELECT kind, sha256 FROM main.input) AS mappings_differ
FROM main.this_run n CROSS JOIN old.this_run o;

CREATE TEMP TABLE diff_row AS
WITH pair AS (
	SELECT n.id, o.activity AS old_activity, n.activity AS new_activity, o.rule_position AS old_rule,
		n.rule_position AS new_rule,
		o.state AS old_state, n.state AS new_state,
		n.activity <> o.activity AS activity_changed,
		n.rule <> o.rule AS rule_changed,
		NOT (n.hubspot_contact_id IS o.hubspot_contact_id AND n.hubspot_company_id IS o.hubspot_company_id
			AND n.hubspot_deal_id IS o.hubspot_deal_id AND n.links IS o.links) AS association_changed,
		n.payload IS NOT o.payload AS payload_changed,
		n.state <> o.state AS state_changed,
		NOT (n.comm_opportunityid IS o.comm_opportunityid AND n.comm_caseid IS o.comm_caseid AND
			n.comm_type IS o.comm_type AND n.comm_action IS o.comm_action AND n.comm_status IS o.comm_status
			AND n.comm_priority IS o.comm_priority AND n.comm_datetime IS o.comm_datetime AND
			n.comm_todatetime IS o.comm_todatetime AND n.comm_note IS o.comm_note AND n.comm_subject IS
			o.comm_subject AND n.comm_email_clean IS o.comm_email_clean AND n.comm_createddate IS
			o.comm_createddate AND n.comm_updateddate IS o.comm_updateddate AND n.comm_originaldatetime IS
			o.comm_originaldatetime AND n.comm_originaltodatetime IS o.comm_originaltodatetime AND
			n.person_id IS o.person_id AND n.person_firstname IS o.person_firstname AND n.person_lastname IS
			o.person_lastname AND n.person_emailaddress IS o.person_emailaddress AND n.company_id IS
			o.company_id AND n.company_name IS o.company_name AND (SELECT body FROM main.email_body b WHERE
			b.comm_communicationid = n.id) IS (SELECT body FROM old.email_body b WHERE
			b.comm_communicationid = o.id)
			AND (SELECT group_concat(name || '=' || value) FROM main.source_extra x
				WHERE x.comm_communicationid = n.id)
			IS (SELECT group_concat(name || '=' || value) FROM old.source_extra x
				WHERE x.comm_communicationid = o.id)) AS source_changed
	FROM main.ic_communication_master k
	CROSS JOIN temp.new_row n ON n.id = k.id
	CROSS JOIN temp.old_row o ON o.id = k.id
)
SELECT id, old_activity, new_activity, old_rule, new_rule, old_state, new_state,
	substr(iif(activity_changed, ',activity', '') || iif(rule_changed, ',rule', '')
		|| iif(association_changed, ',association', '') || iif(payload_changed, ',payload', '')
		|| iif(state_changed, ',validity', ''), 2) AS changed,
	CASE WHEN source_changed AND (SELECT files_differ OR NOT rules_differ FROM temp.fact) THEN 'input'
		WHEN association_changed AND NOT activity_changed AND NOT rule_changed
			AND (SELECT mappings_differ OR NOT rules_differ FROM temp.fact) THEN 'input'
		WHEN (SELECT rules_differ FROM temp.fact) THEN 'rules'
		WHEN (SELECT tool_differs FROM temp.fact) THEN 'tool'
		ELSE 'other' END AS why
FROM pair
WHERE activity_changed OR rule_changed OR association_changed OR payload_changed OR state_changed
UNION ALL
SELECT n.id, NULL, n.activity, NULL, n.rule_position, NULL, n.state, 'added', 'input'
FROM temp.new_row n
WHERE NOT EXISTS (SELECT 1 FROM old.ic_communication_master o WHERE o.id = n.id)
UNION ALL
SELECT o.id, o.activity, NULL, o.rule_position, NULL, o.state, NULL, 'gone', 'input'
FROM temp.old_row o
WHERE NOT EXISTS (SELECT 1 FROM main.ic_communication_master n WHERE n.id = o.id);
