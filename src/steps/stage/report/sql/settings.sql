SELECT key_property, placeholder_from, placeholder_to, orphans, quoted_empty, null_markers, zero_id_is_null,
	sentinel_date_is_null, sentinel_dates, max_record, min_resolution_pct, max_orphan_pct, max_type_share_pct,
	min_required_pct, min_push_success_pct
FROM this_run;
