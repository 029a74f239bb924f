-- gate: payloads_shape
-- The payloads that are not shaped as one input of a batch create.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'payloads_shape' AND NOT passed)
SELECT 'ic_calls' AS table_name, d.ic_communication_master_id AS id
FROM failed CROSS JOIN ic_calls d
WHERE CASE WHEN json_valid(d.hubspot_api_payload) THEN
	json_type(d.hubspot_api_payload, '$.properties') IS NOT 'object'
	OR json_type(d.hubspot_api_payload, '$.associations') IS NOT 'array'
	OR json_type(d.hubspot_api_payload, '$.objectWriteTraceId') IS NOT 'text' END
UNION ALL
SELECT 'ic_emails', d.ic_communication_master_id AS id
FROM failed CROSS JOIN ic_emails d
WHERE CASE WHEN json_valid(d.hubspot_api_payload) THEN
	json_type(d.hubspot_api_payload, '$.properties') IS NOT 'object'
	OR json_type(d.hubspot_api_payload, '$.associations') IS NOT 'array'
	OR json_type(d.hubspot_api_payload, '$.objectWriteTraceId') IS NOT 'text' END
UNION ALL
SELECT 'ic_meetings', d.ic_communication_master_id AS id
FROM failed CROSS JOIN ic_meetings d
WHERE CASE WHEN json_valid(d.hubspot_api_payload) THEN
	json_type(d.hubspot_api_payload, '$.properties') IS NOT 'object'
	OR json_type(d.hubspot_api_payload, '$.associations') IS NOT 'array'
	OR json_type(d.hubspot_api_payload, '$.objectWriteTraceId') IS NOT 'text' END
UNION ALL
SELECT 'ic_notes', d.ic_communication_master_id AS id
FROM failed CROSS JOIN ic_notes d
WHERE CASE WHEN json_valid(d.hubspot_api_payload) THEN
	json_type(d.hubspot_api_payload, '$.properties') IS NOT 'object'
	OR json_type(d.hubspot_api_payload, '$.associations') IS NOT 'array'
	OR json_type(d.hubspot_api_payload, '$.objectWriteTraceId') IS NOT 'text' END
UNION ALL
SELECT 'ic_tasks', d.ic_communication_master_id AS id
FROM failed CROSS JOIN ic_tasks d
WHERE CASE WHEN json_valid(d.hubspot_api_payload) THEN
	json_type(d.hubspot_api_payload, '$.properties') IS NOT 'object'
	OR json_type(d.hubspot_api_payload, '$.associations') IS NOT 'array'
	OR json_type(d.hubspot_api_payload, '$.objectWriteTraceId') IS NOT 'text' END
UNION ALL
SELECT 'ic_communications', d.ic_communication_master_id AS id
FROM failed CROSS JOIN ic_communications d
WHERE CASE WHEN json_valid(d.hubspot_api_payload) THEN
	json_type(d.hubspot_api_payload, '$.properties') IS NOT 'object'
	OR json_type(d.hubspot_api_payload, '$.associations') IS NOT 'array'
	OR json_type(d.hubspot_api_payload, '$.objectWriteTraceId') IS NOT 'text' END
UNION ALL
SELECT 'ic_postal_mail', d.ic_communication_master_id AS id
FROM failed CROSS JOIN ic_postal_mail d
WHERE CASE WHEN json_valid(d.hubspot_api_payload) THEN
	json_type(d.hubspot_api_payload, '$.properties') IS NOT 'object'
	OR json_type(d.hubspot_api_payload, '$.associations') IS NOT 'array'
	OR json_type(d.hubspot_api_payload, '$.objectWriteTraceId') IS NOT 'text' END
LIMIT 20;
