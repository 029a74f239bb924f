INSERT INTO temp.report_count (kind, activity, a, b, rows, first_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6);
