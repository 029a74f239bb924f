INSERT INTO temp.report_code (comm_type, comm_action, activity, other_activity, other_reason, rows, first_id)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);
