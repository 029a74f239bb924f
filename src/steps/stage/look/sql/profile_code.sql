INSERT INTO profile_code (key, comm_type, comm_action, comm_status, comm_priority, code_combination_id, other_rule,
	other_activity, other_decision)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
ON CONFLICT (key) DO UPDATE SET key = excluded.key
RETURNING id;
