SELECT position, type, action, status, priority, case_id, person, company, deal, note, email, subject,
	activity, direction, activity_status, decision, reason
FROM classification_rule ORDER BY position;
