UPDATE record SET hubspot_updated_at = ?2 WHERE communication_id = ?1 AND is_ours
