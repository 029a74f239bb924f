-- gate: derivation_enums
-- The values outside of their list.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'derivation_enums' AND NOT passed)
SELECT 'ic_calls' AS table_name, d.ic_communication_master_id AS id,
	'call_direction' AS column_name, d.call_direction AS value
FROM failed CROSS JOIN ic_calls d
WHERE d.call_direction NOT IN ('INBOUND', 'OUTBOUND')
UNION ALL
SELECT 'ic_calls', d.ic_communication_master_id AS id,
	'call_status', d.call_status
FROM failed CROSS JOIN ic_calls d
WHERE d.call_status NOT IN ('BUSY', 'CANCELED', 'COMPLETED', 'CONNECTING', 'FAILED',
	'IN_PROGRESS', 'MISSED', 'NO_ANSWER', 'QUEUED', 'RINGING')
UNION ALL
SELECT 'ic_emails', d.ic_communication_master_id AS id,
	'email_direction', d.email_direction
FROM failed CROSS JOIN ic_emails d
WHERE d.email_direction NOT IN ('INCOMING', 'OUTGOING')
UNION ALL
SELECT 'ic_emails', d.ic_communication_master_id AS id,
	'email_send_status', d.email_send_status
FROM failed CROSS JOIN ic_emails d
WHERE d.email_send_status NOT IN ('BOUNCED', 'FAILED', 'SCHEDULED', 'SENDING', 'SENT')
UNION ALL
SELECT 'ic_meetings', d.ic_communication_master_id AS id,
	'location_type', d.location_type
FROM failed CROSS JOIN ic_meetings d
WHERE d.location_type NOT IN ('PHONE_CALL', 'ADDRESS', 'VIDEO_CONFERENCE')
UNION ALL
SELECT 'ic_meetings', d.ic_communication_master_id AS id,
	'meeting_outcome', d.meeting_outcome
FROM failed CROSS JOIN ic_meetings d
WHERE d.meeting_outcome NOT IN ('SCHEDULED', 'COMPLETED', 'CANCELLED', 'NO_SHOW', 'RESCHEDULED')
UNION ALL
SELECT 'ic_tasks', d.ic_communication_master_id AS id,
	'task_status', d.task_status
FROM failed CROSS JOIN ic_tasks d
WHERE d.task_status NOT IN ('NOT_STARTED', 'COMPLETED', 'IN_PROGRESS', 'WAITING', 'DEFERRED')
UNION ALL
SELECT 'ic_tasks', d.ic_communication_master_id AS id,
	'task_priority', d.task_priority
FROM failed CROSS JOIN ic_tasks d
WHERE d.task_priority NOT IN ('LOW', 'MEDIUM', 'HIGH')
UNION ALL
SELECT 'ic_tasks', d.ic_communication_master_id AS id,
	'task_type', d.task_type
FROM failed CROSS JOIN ic_tasks d
WHERE d.task_type NOT IN ('TODO', 'EMAIL', 'CALL')
UNION ALL
SELECT 'ic_tasks', d.ic_communication_master_id AS id,
	'source_type', d.source_type
FROM failed CROSS JOIN ic_tasks d
WHERE d.source_type NOT IN ('task', 'case')
UNION ALL
SELECT 'ic_communications', d.ic_communication_master_id AS id,
	'channel_type', d.channel_type
FROM failed CROSS JOIN ic_communications d
WHERE d.channel_type NOT IN ('SMS', 'LINKEDIN_MESSAGE', 'WHATS_APP', 'CUSTOM')
LIMIT 20;
