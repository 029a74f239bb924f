UPDATE ic_communication_master SET api_push_status = nullif(api_push_status, 'not_pushed') WHERE id = ?1;
