SELECT comm_communicationid, activity_type, hubspot_engagement_id, status, payload_sha256, error_message, pushed_at FROM receipt;
