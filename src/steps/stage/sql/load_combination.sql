-- The combination of codes, inserted when it is a new one; its activity is NULL then.
INSERT INTO code_combination (comm_type, comm_action, comm_status, comm_priority, has_case, has_person, has_company, has_deal,
	has_note, has_email, subject)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (codes) DO UPDATE SET has_case = has_case
RETURNING id, activity_type, is_task_eligible;
