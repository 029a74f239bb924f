SELECT (SELECT count(*) FROM ic_communication_master) + (SELECT count(*) FROM ic_calls) + (SELECT count(*) FROM ic_emails)
	+ (SELECT count(*) FROM ic_meetings) + (SELECT count(*) FROM ic_notes) + (SELECT count(*) FROM ic_tasks)
	+ (SELECT count(*) FROM ic_communications) + (SELECT count(*) FROM ic_postal_mail);
