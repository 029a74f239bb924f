INSERT INTO record (communication_id, type, action, state, payload_sha256, bundle_id, line, line_offset, line_size, is_update,
	link_count, hubspot_id)
VALUES (?1, ?2, ?3, 'planned', ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (communication_id) DO UPDATE SET
	type = excluded.type,
	action = excluded.action,
	look = look AND state = 'planned',
	state = 'planned',
	payload_sha256 = excluded.payload_sha256,
	bundle_id = excluded.bundle_id,
	line = excluded.line,
	line_offset = excluded.line_offset,
	line_size = excluded.line_size,
	is_update = excluded.is_update,
	link_count = excluded.link_count,
	hubspot_id = excluded.hubspot_id,
	tries = 0,
	error_code = NULL,
	error_message = NULL
