COPY classification_rule (position, type, action, status, priority, case_id, person, company, deal, note, email, subject,
	activity, direction, activity_status, decision, reason) FROM STDIN;
