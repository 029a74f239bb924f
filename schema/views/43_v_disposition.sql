-- v_disposition: what is to be done with each communication, by the rule that classified it, the filters and the setting
-- `orphans`: 'derive', 'hold' (derived, but not sent) or 'skip' (not derived), with a code and words for the findings.
-- Derive reads it for every row: look-ups by row number, and for a row that nothing stops one test a column;
-- v_on_no_record is looked at only for orphaned rows, and when the setting wants to know.
CREATE VIEW v_disposition AS
SELECT
	m.id,
	m.derived_activity_type AS activity_type,
	CASE
		WHEN c.decision = 'derive' AND w.position IS NULL AND n.id IS NULL THEN 'derive'
		WHEN c.decision = 'skip' OR w.decision = 'skip' OR (n.id IS NOT NULL AND r.orphans = 'skip') THEN 'skip'
		ELSE 'hold'
	END AS decision,
	CASE
		WHEN c.decision = 'derive' AND w.position IS NULL AND n.id IS NULL THEN NULL
		WHEN c.decision = 'skip' THEN 'RULE_SKIPS'
		WHEN w.decision = 'skip' THEN w.code
		WHEN n.id IS NOT NULL AND r.orphans = 'skip' THEN 'ORPHAN'
		WHEN c.decision = 'hold' AND c.rule_position IS NULL THEN 'NO_RULE'
		WHEN c.decision = 'hold' THEN 'RULE_HOLDS'
		WHEN w.decision = 'hold' THEN w.code
		ELSE 'ORPHAN'
	END AS code,
	CASE
		WHEN c.decision = 'derive' AND w.position IS NULL AND n.id IS NULL THEN NULL
		WHEN c.decision = 'skip' THEN coalesce(c.reason, 'the rule gives no reason')
		WHEN w.decision = 'skip' THEN w.reason
		WHEN n.id IS NOT NULL AND r.orphans = 'skip' THEN 'no contact, company or deal in HubSpot to show it on'
		WHEN c.decision = 'hold' THEN coalesce(c.reason, 'the rule gives no reason')
		WHEN w.decision = 'hold' THEN w.reason
		ELSE 'no contact, company or deal in HubSpot to show it on'
	END AS reason
FROM ic_communication_master m
JOIN row_origin o ON o.comm_communicationid = m.id
JOIN code_combination c ON c.id = o.code_combination_id
CROSS JOIN this_run r
LEFT JOIN filtered_row w ON w.comm_communicationid = m.id
LEFT JOIN v_on_no_record n ON n.id = CASE WHEN m.is_orphaned AND r.orphans <> 'send' THEN m.id END;
