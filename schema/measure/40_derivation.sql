-- The derivation and the payloads it made: one pass over each derivative table, which counts its rows, those whose
-- required columns are filled, and those with a value outside its list; the rows without a payload that are not held;
-- the payloads that are no JSON; and those not in the shape of one input of HubSpot's batch create. Then the
-- coverage, from the indexes. A table without rows has no rate: NULL.
INSERT OR REPLACE INTO measurement
WITH pass AS MATERIALIZED (
	SELECT
		count(*) AS row_count,
		count(*) FILTER (WHERE activity_date <> '' AND call_title <> '') AS filled,
		count(*) FILTER (WHERE call_direction NOT IN ('INBOUND', 'OUTBOUND')
			OR call_status NOT IN ('BUSY', 'CANCELED', 'COMPLETED', 'CONNECTING',
				'FAILED', 'IN_PROGRESS', 'MISSED', 'NO_ANSWER', 'QUEUED', 'RINGING')) AS outside,
		count(*) FILTER (WHERE hubspot_api_payload IS NULL AND NOT EXISTS (
			SELECT 1 FROM finding f JOIN ic_communication_master m ON m.comm_communicationid = f.comm_communicationid
			WHERE m.id = d.ic_communication_master_id AND f.kind = 'held')) AS missing,
		count(*) FILTER (WHERE NOT json_valid(hubspot_api_payload)) AS broken,
		count(*) FILTER (WHERE CASE WHEN json_valid(hubspot_api_payload) THEN
			json_type(hubspot_api_payload, '$.properties') IS NOT 'object'
			OR json_type(hubspot_api_payload, '$.associations') IS NOT 'array'
			OR json_type(hubspot_api_payload, '$.objectWriteTraceId') IS NOT 'text' END) AS misshapen
	FROM ic_calls d
)
SELECT 'derivation_required_calls', 100.0 * filled / nullif(row_count, 0) FROM pass
UNION ALL SELECT 'derivation_enums_calls', outside FROM pass
UNION ALL SELECT 'payloads_missing_calls', missing FROM pass
UNION ALL SELECT 'payloads_json_calls', broken FROM pass
UNION ALL SELECT 'payloads_shape_calls', misshapen FROM pass;

INSERT OR REPLACE INTO measurement
WITH pass AS MATERIALIZED (
	SELECT
		count(*) AS row_count,
		-- what a rule or a filter holds back waits for a decision, also about its direction
		count(*) FILTER (WHERE (activity_date <> '' AND email_subject <> '' AND email_direction <> '') IS NOT TRUE
			AND NOT EXISTS (SELECT 1 FROM finding f
				JOIN ic_communication_master m ON m.comm_communicationid = f.comm_communicationid
				WHERE m.id = d.ic_communication_master_id AND f.kind = 'held' AND f.property IS NULL)) AS unfilled,
		count(*) FILTER (WHERE email_direction NOT IN ('INCOMING', 'OUTGOING')
			OR email_send_status NOT IN ('BOUNCED', 'FAILED', 'SCHEDULED', 'SENDING', 'SENT')) AS outside,
		count(*) FILTER (WHERE hubspot_api_payload IS NULL AND NOT EXISTS (
			SELECT 1 FROM finding f JOIN ic_communication_master m ON m.comm_communicationid = f.comm_communicationid
			WHERE m.id = d.ic_communication_master_id AND f.kind = 'held')) AS missing,
		count(*) FILTER (WHERE NOT json_valid(hubspot_api_payload)) AS broken,
		count(*) FILTER (WHERE CASE WHEN json_valid(hubspot_api_payload) THEN
			json_type(hubspot_api_payload, '$.properties') IS NOT 'object'
			OR json_type(hubspot_api_payload, '$.associations') IS NOT 'array'
			OR json_type(hubspot_api_payload, '$.objectWriteTraceId') IS NOT 'text' END) AS misshapen
	FROM ic_emails d
)
SELECT 'derivation_required_emails', 100.0 * (row_count - unfilled) / nullif(row_count, 0) FROM pass
UNION ALL SELECT 'derivation_enums_emails', outside FROM pass
UNION ALL SELECT 'payloads_missing_emails', missing FROM pass
UNION ALL SELECT 'payloads_json_emails', broken FROM pass
UNION ALL SELECT 'payloads_shape_emails', misshapen FROM pass;

INSERT OR REPLACE INTO measurement
WITH pass AS MATERIALIZED (
	SELECT
		count(*) AS row_count,
		count(*) FILTER (WHERE activity_date <> '' AND meeting_name <> '' AND meeting_start_time <> '') AS filled,
		count(*) FILTER (WHERE location_type NOT IN ('PHONE_CALL', 'ADDRESS', 'VIDEO_CONFERENCE')
			OR meeting_outcome NOT IN ('SCHEDULED', 'COMPLETED', 'CANCELLED', 'NO_SHOW', 'RESCHEDULED')) AS outside,
		count(*) FILTER (WHERE meeting_end_time < meeting_start_time) AS backwards,
		count(*) FILTER (WHERE hubspot_api_payload IS NULL AND NOT EXISTS (
			SELECT 1 FROM finding f JOIN ic_communication_master m ON m.comm_communicationid = f.comm_communicationid
			WHERE m.id = d.ic_communication_master_id AND f.kind = 'held')) AS missing,
		count(*) FILTER (WHERE NOT json_valid(hubspot_api_payload)) AS broken,
		count(*) FILTER (WHERE CASE WHEN json_valid(hubspot_api_payload) THEN
			json_type(hubspot_api_payload, '$.properties') IS NOT 'object'
			OR json_type(hubspot_api_payload, '$.associations') IS NOT 'array'
			OR json_type(hubspot_api_payload, '$.objectWriteTraceId') IS NOT 'text' END) AS misshapen
	FROM ic_meetings d
)
SELECT 'derivation_required_meetings', 100.0 * filled / nullif(row_count, 0) FROM pass
UNION ALL SELECT 'derivation_enums_meetings', outside FROM pass
UNION ALL SELECT 'derivation_date_logic', backwards FROM pass
UNION ALL SELECT 'payloads_missing_meetings', missing FROM pass
UNION ALL SELECT 'payloads_json_meetings', broken FROM pass
UNION ALL SELECT 'payloads_shape_meetings', misshapen FROM pass;

INSERT OR REPLACE INTO measurement
WITH pass AS MATERIALIZED (
	SELECT
		count(*) AS row_count,
		count(*) FILTER (WHERE activity_date <> '' AND note_body <> '') AS filled,
		0 AS outside,
		count(*) FILTER (WHERE hubspot_api_payload IS NULL AND NOT EXISTS (
			SELECT 1 FROM finding f JOIN ic_communication_master m ON m.comm_communicationid = f.comm_communicationid
			WHERE m.id = d.ic_communication_master_id AND f.kind = 'held')) AS missing,
		count(*) FILTER (WHERE NOT json_valid(hubspot_api_payload)) AS broken,
		count(*) FILTER (WHERE CASE WHEN json_valid(hubspot_api_payload) THEN
			json_type(hubspot_api_payload, '$.properties') IS NOT 'object'
			OR json_type(hubspot_api_payload, '$.associations') IS NOT 'array'
			OR json_type(hubspot_api_payload, '$.objectWriteTraceId') IS NOT 'text' END) AS misshapen
	FROM ic_notes d
)
SELECT 'derivation_required_notes', 100.0 * filled / nullif(row_count, 0) FROM pass
UNION ALL SELECT 'derivation_enums_notes', outside FROM pass
UNION ALL SELECT 'payloads_missing_notes', missing FROM pass
UNION ALL SELECT 'payloads_json_notes', broken FROM pass
UNION ALL SELECT 'payloads_shape_notes', misshapen FROM pass;

INSERT OR REPLACE INTO measurement
WITH pass AS MATERIALIZED (
	SELECT
		count(*) AS row_count,
		count(*) FILTER (WHERE activity_date <> '' AND task_title <> '' AND due_date <> '') AS filled,
		count(*) FILTER (WHERE task_status NOT IN ('NOT_STARTED', 'COMPLETED', 'IN_PROGRESS', 'WAITING', 'DEFERRED')
			OR task_priority NOT IN ('LOW', 'MEDIUM', 'HIGH')
			OR task_type NOT IN ('TODO', 'EMAIL', 'CALL')
			OR source_type NOT IN ('task', 'case')) AS outside,
		count(*) FILTER (WHERE hubspot_api_payload IS NULL AND NOT EXISTS (
			SELECT 1 FROM finding f JOIN ic_communication_master m ON m.comm_communicationid = f.comm_communicationid
			WHERE m.id = d.ic_communication_master_id AND f.kind = 'held')) AS missing,
		count(*) FILTER (WHERE NOT json_valid(hubspot_api_payload)) AS broken,
		count(*) FILTER (WHERE CASE WHEN json_valid(hubspot_api_payload) THEN
			json_type(hubspot_api_payload, '$.properties') IS NOT 'object'
			OR json_type(hubspot_api_payload, '$.associations') IS NOT 'array'
			OR json_type(hubspot_api_payload, '$.objectWriteTraceId') IS NOT 'text' END) AS misshapen
	FROM ic_tasks d
)
SELECT 'derivation_required_tasks', 100.0 * filled / nullif(row_count, 0) FROM pass
UNION ALL SELECT 'derivation_enums_tasks', outside FROM pass
UNION ALL SELECT 'payloads_missing_tasks', missing FROM pass
UNION ALL SELECT 'payloads_json_tasks', broken FROM pass
UNION ALL SELECT 'payloads_shape_tasks', misshapen FROM pass;

INSERT OR REPLACE INTO measurement
WITH pass AS MATERIALIZED (
	SELECT
		count(*) AS row_count,
		count(*) FILTER (WHERE activity_date <> '' AND communication_body <> '' AND channel_type <> '') AS filled,
		count(*) FILTER (WHERE channel_type NOT IN ('SMS', 'LINKEDIN_MESSAGE', 'WHATS_APP', 'CUSTOM')) AS outside,
		count(*) FILTER (WHERE hubspot_api_payload IS NULL AND NOT EXISTS (
			SELECT 1 FROM finding f JOIN ic_communication_master m ON m.comm_communicationid = f.comm_communicationid
			WHERE m.id = d.ic_communication_master_id AND f.kind = 'held')) AS missing,
		count(*) FILTER (WHERE NOT json_valid(hubspot_api_payload)) AS broken,
		count(*) FILTER (WHERE CASE WHEN json_valid(hubspot_api_payload) THEN
			json_type(hubspot_api_payload, '$.properties') IS NOT 'object'
			OR json_type(hubspot_api_payload, '$.associations') IS NOT 'array'
			OR json_type(hubspot_api_payload, '$.objectWriteTraceId') IS NOT 'text' END) AS misshapen
	FROM ic_communications d
)
SELECT 'derivation_required_communications', 100.0 * filled / nullif(row_count, 0) FROM pass
UNION ALL SELECT 'derivation_enums_communications', outside FROM pass
UNION ALL SELECT 'payloads_missing_communications', missing FROM pass
UNION ALL SELECT 'payloads_json_communications', broken FROM pass
UNION ALL SELECT 'payloads_shape_communications', misshapen FROM pass;

INSERT OR REPLACE INTO measurement
WITH pass AS MATERIALIZED (
	SELECT
		count(*) AS row_count,
		count(*) FILTER (WHERE activity_date <> '' AND postal_mail_body <> '') AS filled,
		0 AS outside,
		count(*) FILTER (WHERE hubspot_api_payload IS NULL AND NOT EXISTS (
			SELECT 1 FROM finding f JOIN ic_communication_master m ON m.comm_communicationid = f.comm_communicationid
			WHERE m.id = d.ic_communication_master_id AND f.kind = 'held')) AS missing,
		count(*) FILTER (WHERE NOT json_valid(hubspot_api_payload)) AS broken,
		count(*) FILTER (WHERE CASE WHEN json_valid(hubspot_api_payload) THEN
			json_type(hubspot_api_payload, '$.properties') IS NOT 'object'
			OR json_type(hubspot_api_payload, '$.associations') IS NOT 'array'
			OR json_type(hubspot_api_payload, '$.objectWriteTraceId') IS NOT 'text' END) AS misshapen
	FROM ic_postal_mail d
)
SELECT 'derivation_required_postal_mail', 100.0 * filled / nullif(row_count, 0) FROM pass
UNION ALL SELECT 'derivation_enums_postal_mail', outside FROM pass
UNION ALL SELECT 'payloads_missing_postal_mail', missing FROM pass
UNION ALL SELECT 'payloads_json_postal_mail', broken FROM pass
UNION ALL SELECT 'payloads_shape_postal_mail', misshapen FROM pass;

INSERT OR REPLACE INTO measurement
SELECT 'derivation_enums', total(value) FROM measurement WHERE name GLOB 'derivation_enums_*'
UNION ALL SELECT 'payloads_missing', total(value) FROM measurement WHERE name GLOB 'payloads_missing_*'
UNION ALL SELECT 'payloads_json', total(value) FROM measurement WHERE name GLOB 'payloads_json_*'
UNION ALL SELECT 'payloads_shape', total(value) FROM measurement WHERE name GLOB 'payloads_shape_*';

INSERT OR REPLACE INTO measurement
SELECT 'derivation_coverage', total(missing_count) FROM v_ic_derivative_coverage;
