UPDATE run SET ended_at = ?2, exit_status = ?3, message = ?4 WHERE id = ?1
