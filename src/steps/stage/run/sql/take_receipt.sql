INSERT INTO receipt (comm_communicationid, activity_type, hubspot_engagement_id, status, payload_sha256, error_message, pushed_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);
