-- The same payload, in another bundle: only its place is new.
UPDATE record SET bundle_id = ?2, line = ?3, line_offset = ?4, line_size = ?5, is_update = ?6 WHERE communication_id = ?1
