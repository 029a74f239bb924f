-- The settings of a rule set, ?1 as JSON, and what each one is.
WITH about (name, meaning) AS (
	VALUES
		('timezone', 'IANA name of the source''s clock; empty: it has to be said with --timezone, else UTC is taken'),
		('key_property', 'HubSpot property that holds the communication id'),
		('placeholder_from', 'sender of an e-mail whose row names none; empty: none'),
		('placeholder_to', 'recipient of an e-mail whose row names none; empty: none'),
		('orphans', 'what HubSpot would show on no contact, company or deal, an attendee''s neither: send, hold or skip'),
		('quoted_empty', 'a quoted empty field is null, or keep: an empty text'),
		('null_markers', 'words that stand for no value in id and date columns'),
		('zero_id_is_null', '1: the id 0 stands for no value'),
		('sentinel_date_is_null', '1: the sentinel dates stand for no value'),
		('sentinel_dates', 'the days that are sentinels'),
		('max_record', 'bytes of one CSV record; a longer one is rejected'),
		('email_column_holds', 'what Comm_Email_Clean is: an address of at most 500 characters, or the body'),
		('task_due', 'the column with a task''s due date, the other one has its start; read by the views of sage'),
		('nul_bytes', 'a cell with a NUL byte: reject its row, or drop the byte'),
		('private_use', 'private-use characters and what stands in for each, in pairs; empty: they stay'),
		('min_resolution_pct', 'checkpoint: percent of the references that must resolve'),
		('max_orphan_pct', 'checkpoint: percent of the rows whose own references may all resolve to nothing'),
		('max_type_share_pct', 'warning: percent of the rows that one type may have'),
		('min_required_pct', 'checkpoint: percent of the rows with their required columns filled'),
		('min_push_success_pct', 'checkpoint: percent of the records that must be sent'))
SELECT s.key AS setting, s.value AS value, coalesce(a.meaning, '') AS meaning
FROM json_each(?1) s LEFT JOIN about a ON a.name = s.key
ORDER BY s.id;
