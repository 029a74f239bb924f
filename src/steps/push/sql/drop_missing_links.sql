DELETE FROM missing_link WHERE communication_id = ?1
