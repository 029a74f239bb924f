SELECT i.kind, i.name, i.bytes, i.sha256, i.rows_read,
	(SELECT group_concat(header, ', ') FROM (SELECT header FROM input_column c WHERE c.input_id = i.id AND c.column_name IS NULL
		ORDER BY c.position)) AS ignored_columns
FROM input i ORDER BY i.id;
