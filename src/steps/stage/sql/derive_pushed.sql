UPDATE ic_communication_master SET api_push_status = ?2, api_engagement_id = ?3 WHERE id = ?1;
