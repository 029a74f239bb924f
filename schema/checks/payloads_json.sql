-- gate: payloads_json
-- The payloads that are no JSON.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'payloads_json' AND NOT passed)
SELECT 'ic_calls' AS table_name, d.ic_communication_master_id AS id
FROM failed CROSS JOIN ic_calls d
WHERE NOT json_valid(d.hubspot_api_payload)
UNION ALL
SELECT 'ic_emails', d.ic_communication_master_id AS id
FROM failed CROSS JOIN ic_emails d
WHERE NOT json_valid(d.hubspot_api_payload)
UNION ALL
SELECT 'ic_meetings', d.ic_communication_master_id AS id
FROM failed CROSS JOIN ic_meetings d
WHERE NOT json_valid(d.hubspot_api_payload)
UNION ALL
SELECT 'ic_notes', d.ic_communication_master_id AS id
FROM failed CROSS JOIN ic_notes d
WHERE NOT json_valid(d.hubspot_api_payload)
UNION ALL
SELECT 'ic_tasks', d.ic_communication_master_id AS id
FROM failed CROSS JOIN ic_tasks d
WHERE NOT json_valid(d.hubspot_api_payload)
UNION ALL
SELECT 'ic_communications', d.ic_communication_master_id AS id
FROM failed CROSS JOIN ic_communications d
WHERE NOT json_valid(d.hubspot_api_payload)
UNION ALL
SELECT 'ic_postal_mail', d.ic_communication_master_id AS id
FROM failed CROSS JOIN ic_postal_mail d
WHERE NOT json_valid(d.hubspot_api_payload)
LIMIT 20;
