-- The facts of the run. ?5: the settings, a JSON object.
INSERT OR REPLACE INTO this_run (
	id, as_of, tool_version, rule_set, rule_set_sha256, timezone, key_property, placeholder_from,
	placeholder_to, orphans, quoted_empty, null_markers, zero_id_is_null, sentinel_date_is_null, sentinel_dates,
	max_record, nul_bytes, private_use, email_column_holds, task_due, min_resolution_pct, max_orphan_pct, max_type_share_pct, min_required_pct, min_push_success_pct)
VALUES (
	1, ?1, ?2, ?3, ?4,
	?5 ->> 'timezone', ?5 ->> 'key_property', ?5 ->> 'placeholder_from', ?5 ->> 'placeholder_to',
	?5 ->> 'orphans', ?5 ->> 'quoted_empty', ?5 ->> 'null_markers', ?5 ->> 'zero_id_is_null',
	?5 ->> 'sentinel_date_is_null', ?5 ->> 'sentinel_dates', ?5 ->> 'max_record', ?5 ->> 'nul_bytes', ?5 ->> 'private_use',
	?5 ->> 'email_column_holds', ?5 ->> 'task_due', ?5 ->> 'min_resolution_pct',
	?5 ->> 'max_orphan_pct', ?5 ->> 'max_type_share_pct', ?5 ->> 'min_required_pct',
	?5 ->> 'min_push_success_pct');
