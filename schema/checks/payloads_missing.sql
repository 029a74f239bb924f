-- gate: payloads_missing
-- The derived rows that have no payload and are not held.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'payloads_missing' AND NOT passed)
SELECT 'ic_calls' AS table_name, d.ic_communication_master_id AS id
FROM failed CROSS JOIN ic_calls d
WHERE d.hubspot_api_payload IS NULL AND NOT EXISTS (
	SELECT 1 FROM finding f JOIN ic_communication_master m ON m.comm_communicationid = f.comm_communicationid
	WHERE m.id = d.ic_communication_master_id AND f.kind = 'held')
UNION ALL
SELECT 'ic_emails', d.ic_communication_master_id AS id
FROM failed CROSS JOIN ic_emails d
WHERE d.hubspot_api_payload IS NULL AND NOT EXISTS (
	SELECT 1 FROM finding f JOIN ic_communication_master m ON m.comm_communicationid = f.comm_communicationid
	WHERE m.id = d.ic_communication_master_id AND f.kind = 'held')
UNION ALL
SELECT 'ic_meetings', d.ic_communication_master_id AS id
FROM failed CROSS JOIN ic_meetings d
WHERE d.hubspot_api_payload IS NULL AND NOT EXISTS (
	SELECT 1 FROM finding f JOIN ic_communication_master m ON m.comm_communicationid = f.comm_communicationid
	WHERE m.id = d.ic_communication_master_id AND f.kind = 'held')
UNION ALL
SELECT 'ic_notes', d.ic_communication_master_id AS id
FROM failed CROSS JOIN ic_notes d
WHERE d.hubspot_api_payload IS NULL AND NOT EXISTS (
	SELECT 1 FROM finding f JOIN ic_communication_master m ON m.comm_communicationid = f.comm_communicationid
	WHERE m.id = d.ic_communication_master_id AND f.kind = 'held')
UNION ALL
SELECT 'ic_tasks', d.ic_communication_master_id AS id
FROM failed CROSS JOIN ic_tasks d
WHERE d.hubspot_api_payload IS NULL AND NOT EXISTS (
	SELECT 1 FROM finding f JOIN ic_communication_master m ON m.comm_communicationid = f.comm_communicationid
	WHERE m.id = d.ic_communication_master_id AND f.kind = 'held')
UNION ALL
SELECT 'ic_communications', d.ic_communication_master_id AS id
FROM failed CROSS JOIN ic_communications d
WHERE d.hubspot_api_payload IS NULL AND NOT EXISTS (
	SELECT 1 FROM finding f JOIN ic_communication_master m ON m.comm_communicationid = f.comm_communicationid
	WHERE m.id = d.ic_communication_master_id AND f.kind = 'held')
UNION ALL
SELECT 'ic_postal_mail', d.ic_communication_master_id AS id
FROM failed CROSS JOIN ic_postal_mail d
WHERE d.hubspot_api_payload IS NULL AND NOT EXISTS (
	SELECT 1 FROM finding f JOIN ic_communication_master m ON m.comm_communicationid = f.comm_communicationid
	WHERE m.id = d.ic_communication_master_id AND f.kind = 'held')
LIMIT 20;
