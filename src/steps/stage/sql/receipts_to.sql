INSERT INTO receipt (comm_communicationid, activity_type, hubspot_engagement_id, status, payload_sha256, error_message, pushed_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (comm_communicationid) DO UPDATE SET
	activity_type = excluded.activity_type,
	hubspot_engagement_id = excluded.hubspot_engagement_id,
	status = excluded.status,
	payload_sha256 = excluded.payload_sha256,
	error_message = excluded.error_message,
	pushed_at = excluded.pushed_at
