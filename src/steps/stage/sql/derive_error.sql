UPDATE ic_communication_master
SET staging_status = 'error', error_message = ?2, processed_at = ?3, api_push_status = nullif(api_push_status, 'not_pushed')
WHERE id = ?1;
