UPDATE record SET state = 'unknown', error_message = ?2 WHERE communication_id = ?1
