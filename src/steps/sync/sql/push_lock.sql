-- Others may go on reading; who writes waits until the push is done.
LOCK TABLE ic_communication_master, ic_calls, ic_emails, ic_meetings, ic_notes, ic_tasks, ic_communications, ic_postal_mail,
	communication_link, email_body, source_mark, source_extra, reconciliation_log IN SHARE ROW EXCLUSIVE MODE;
