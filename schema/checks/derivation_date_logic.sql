-- gate: derivation_date_logic
-- The meetings that end before they start.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'derivation_date_logic' AND NOT passed)
SELECT d.ic_communication_master_id, d.meeting_start_time, d.meeting_end_time
FROM failed CROSS JOIN ic_meetings d
WHERE d.meeting_end_time < d.meeting_start_time
ORDER BY d.ic_communication_master_id
LIMIT 20;
