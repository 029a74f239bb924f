SELECT activity_type, hubspot_engagement_id, payload_sha256, pushed_at FROM v_in_hubspot WHERE comm_communicationid = ?1;
