-- v_ic_calls_staging: every communication that is a call, with the columns of ic_calls as the rules make them. The
-- seven staging views are the only place where the derivation rules stand. What they have in common:
--   * One row a row of the master, errors and all. With WHERE ic_communication_master_id = ? it is a look-up by row
--     number and a few look-ups by key: no grouping, no sorting, no scan.
--   * The columns are the table's own, in its order, from ic_communication_master_id to associated_deal_id. payload_*
--     columns follow: what a payload needs and the table has not.
--   * norm(x), the text that synonyms are compared in, is lower(trim(ifnull(x, ''), char(9, 10, 11, 12, 13, 32,
--     160))): no white space around it (char 160: the no-break space), ASCII letters in lower case, '' for NULL.
--   * A synonym is looked up in rule_value, by target and norm(x); its row '*' is the default. A direction or status
--     that the classification rule itself names (code_combination) goes before.
--   * Nothing is taken from the clock or from a float: the same row gives the same text on any machine.
CREATE VIEW v_ic_calls_staging AS
SELECT
	m.id AS ic_communication_master_id,
	m.comm_datetime AS activity_date,
	NULL AS activity_assigned_to,
	NULL AS activity_created_by,
	m.comm_createddate AS create_date,
	m.comm_updateddate AS last_modified_date,

	substr(coalesce(m.comm_subject,
		'Call - ' || coalesce(m.person_firstname || ' ' || m.person_lastname, 'Unknown')), 1, 500) AS call_title,
	m.comm_note AS call_notes,
	coalesce(c.direction, d.value, (
		SELECT value FROM rule_value WHERE target = 'call_direction' AND source = '*')) AS call_direction,
	-- texts of times compare as the times; with a fraction on either side, whole seconds and fractions are taken apart
	CASE WHEN m.comm_todatetime > m.comm_datetime THEN
		CASE WHEN length(m.comm_todatetime) = 19 AND length(m.comm_datetime) = 19
			THEN (unixepoch(m.comm_todatetime) - unixepoch(m.comm_datetime)) * 1000
			ELSE ((unixepoch(substr(m.comm_todatetime, 1, 19)) - unixepoch(substr(m.comm_datetime, 1, 19))) * 1000000
				+ substr(substr(m.comm_todatetime, 21) || '000000', 1, 6)
				- substr(substr(m.comm_datetime, 21) || '000000', 1, 6)) / 1000
		END
	END AS call_duration_ms,
	coalesce(c.activity_status, s.value, (
		SELECT value FROM rule_value WHERE target = 'call_status' AND source = '*')) AS call_status,
	coalesce(m.comm_status, 'Connected') AS call_outcome,
	'Integration' AS call_source,
	NULL AS from_number,
	NULL AS to_number,

	m.hubspot_contact_id AS associated_contact_id,
	m.hubspot_company_id AS associated_company_id,
	m.hubspot_deal_id AS associated_deal_id,

	m.comm_communicationid AS payload_key,
	coalesce(m.comm_subject,
		'Call - ' || coalesce(m.person_firstname || ' ' || m.person_lastname, 'Unknown')) AS payload_title
FROM ic_communication_master m
LEFT JOIN row_origin o ON o.comm_communicationid = m.comm_communicationid
LEFT JOIN code_combination c ON c.id = o.code_combination_id
LEFT JOIN rule_value d ON d.target = 'call_direction'
	AND d.source = lower(trim(ifnull(m.comm_action, ''), char(9, 10, 11, 12, 13, 32, 160)))
LEFT JOIN rule_value s ON s.target = 'call_status'
	AND s.source = lower(trim(ifnull(m.comm_status, ''), char(9, 10, 11, 12, 13, 32, 160)))
WHERE m.derived_activity_type = 'calls';
