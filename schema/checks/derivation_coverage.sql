-- gate: derivation_coverage
-- The rows missing from their table, and those in a table of another type.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'derivation_coverage' AND NOT passed)
SELECT 'ic_calls' AS table_name, m.comm_communicationid, 'missing' AS problem
FROM failed CROSS JOIN ic_communication_master m
WHERE m.derived_activity_type = 'calls'
	AND NOT EXISTS (SELECT 1 FROM ic_calls d WHERE d.ic_communication_master_id = m.id)
	AND m.staging_status IS NOT 'error'
	AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.comm_communicationid = m.comm_communicationid AND f.kind = 'skipped')
UNION ALL
SELECT 'ic_calls', d.ic_communication_master_id, 'of another type'
FROM failed CROSS JOIN ic_calls d
LEFT JOIN ic_communication_master m ON m.id = d.ic_communication_master_id
WHERE m.derived_activity_type IS NOT 'calls'
UNION ALL
SELECT 'ic_emails', m.comm_communicationid, 'missing'
FROM failed CROSS JOIN ic_communication_master m
WHERE m.derived_activity_type = 'emails'
	AND NOT EXISTS (SELECT 1 FROM ic_emails d WHERE d.ic_communication_master_id = m.id)
	AND m.staging_status IS NOT 'error'
	AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.comm_communicationid = m.comm_communicationid AND f.kind = 'skipped')
UNION ALL
SELECT 'ic_emails', d.ic_communication_master_id, 'of another type'
FROM failed CROSS JOIN ic_emails d
LEFT JOIN ic_communication_master m ON m.id = d.ic_communication_master_id
WHERE m.derived_activity_type IS NOT 'emails'
UNION ALL
SELECT 'ic_meetings', m.comm_communicationid, 'missing'
FROM failed CROSS JOIN ic_communication_master m
WHERE m.derived_activity_type = 'meetings'
	AND NOT EXISTS (SELECT 1 FROM ic_meetings d WHERE d.ic_communication_master_id = m.id)
	AND m.staging_status IS NOT 'error'
	AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.comm_communicationid = m.comm_communicationid AND f.kind = 'skipped')
UNION ALL
SELECT 'ic_meetings', d.ic_communication_master_id, 'of another type'
FROM failed CROSS JOIN ic_meetings d
LEFT JOIN ic_communication_master m ON m.id = d.ic_communication_master_id
WHERE m.derived_activity_type IS NOT 'meetings'
UNION ALL
SELECT 'ic_notes', m.comm_communicationid, 'missing'
FROM failed CROSS JOIN ic_communication_master m
WHERE m.derived_activity_type = 'notes'
	AND NOT EXISTS (SELECT 1 FROM ic_notes d WHERE d.ic_communication_master_id = m.id)
	AND m.staging_status IS NOT 'error'
	AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.comm_communicationid = m.comm_communicationid AND f.kind = 'skipped')
UNION ALL
SELECT 'ic_notes', d.ic_communication_master_id, 'of another type'
FROM failed CROSS JOIN ic_notes d
LEFT JOIN ic_communication_master m ON m.id = d.ic_communication_master_id
WHERE m.derived_activity_type IS NOT 'notes'
UNION ALL
SELECT 'ic_tasks', m.comm_communicationid, 'missing'
FROM failed CROSS JOIN ic_communication_master m
WHERE m.derived_activity_type = 'tasks'
	AND NOT EXISTS (SELECT 1 FROM ic_tasks d WHERE d.ic_communication_master_id = m.id)
	AND m.staging_status IS NOT 'error'
	AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.comm_communicationid = m.comm_communicationid AND f.kind = 'skipped')
UNION ALL
SELECT 'ic_tasks', d.ic_communication_master_id, 'of another type'
FROM failed CROSS JOIN ic_tasks d
LEFT JOIN ic_communication_master m ON m.id = d.ic_communication_master_id
WHERE m.derived_activity_type IS NOT 'tasks'
UNION ALL
SELECT 'ic_communications', m.comm_communicationid, 'missing'
FROM failed CROSS JOIN ic_communication_master m
WHERE m.derived_activity_type = 'communications'
	AND NOT EXISTS (SELECT 1 FROM ic_communications d WHERE d.ic_communication_master_id = m.id)
	AND m.staging_status IS NOT 'error'
	AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.comm_communicationid = m.comm_communicationid AND f.kind = 'skipped')
UNION ALL
SELECT 'ic_communications', d.ic_communication_master_id, 'of another type'
FROM failed CROSS JOIN ic_communications d
LEFT JOIN ic_communication_master m ON m.id = d.ic_communication_master_id
WHERE m.derived_activity_type IS NOT 'communications'
UNION ALL
SELECT 'ic_postal_mail', m.comm_communicationid, 'missing'
FROM failed CROSS JOIN ic_communication_master m
WHERE m.derived_activity_type = 'postal_mail'
	AND NOT EXISTS (SELECT 1 FROM ic_postal_mail d WHERE d.ic_communication_master_id = m.id)
	AND m.staging_status IS NOT 'error'
	AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.comm_communicationid = m.comm_communicationid AND f.kind = 'skipped')
UNION ALL
SELECT 'ic_postal_mail', d.ic_communication_master_id, 'of another type'
FROM failed CROSS JOIN ic_postal_mail d
LEFT JOIN ic_communication_master m ON m.id = d.ic_communication_master_id
WHERE m.derived_activity_type IS NOT 'postal_mail'
LIMIT 20;
