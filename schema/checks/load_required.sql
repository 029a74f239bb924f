-- gate: load_required
-- The rows without a required column.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'load_required' AND NOT passed)
SELECT m.comm_communicationid, m.comm_type, m.comm_datetime, m.comm_createddate, m.derived_activity_type
FROM failed CROSS JOIN ic_communication_master m
WHERE m.comm_communicationid IS NULL OR m.comm_type IS NULL OR m.comm_datetime IS NULL OR m.comm_createddate IS NULL
	OR m.derived_activity_type IS NULL
ORDER BY m.id
LIMIT 20;
