-- The derived row of communication ?1: its payload and its fate. At most one row: a derivative's id is the master's.
SELECT hubspot_api_payload, api_push_status, hubspot_engagement_id, pushed_at, error_message FROM ic_calls WHERE id = ?1
UNION ALL SELECT hubspot_api_payload, api_push_status, hubspot_engagement_id, pushed_at, error_message FROM ic_emails WHERE id = ?1
UNION ALL SELECT hubspot_api_payload, api_push_status, hubspot_engagement_id, pushed_at, error_message FROM ic_meetings WHERE id = ?1
UNION ALL SELECT hubspot_api_payload, api_push_status, hubspot_engagement_id, pushed_at, error_message FROM ic_notes WHERE id = ?1
UNION ALL SELECT hubspot_api_payload, api_push_status, hubspot_engagement_id, pushed_at, error_message FROM ic_tasks WHERE id = ?1
UNION ALL SELECT hubspot_api_payload, api_push_status, hubspot_engagement_id, pushed_at, error_message FROM ic_communications
	WHERE id = ?1
UNION ALL SELECT hubspot_api_payload, api_push_status, hubspot_engagement_id, pushed_at, error_message FROM ic_postal_mail
	WHERE id = ?1;
