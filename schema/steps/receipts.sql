-- receipts: what HubSpot answered, from the table receipt into the derivative tables and the master. What was rolled back
-- (temp.rolled_back, filled by the program) is pending again. Changes only rows that differ, so that it can be repeated.
DELETE FROM receipt WHERE comm_communicationid IN (SELECT comm_communicationid FROM rolled_back);
UPDATE ic_calls
SET api_push_status = r.status, hubspot_engagement_id = r.hubspot_engagement_id, error_message = r.error_message,
	pushed_at = r.pushed_at, last_updated = (SELECT as_of FROM this_run)
FROM receipt r
WHERE r.comm_communicationid = ic_calls.ic_communication_master_id AND r.activity_type = 'calls'
	AND (ic_calls.api_push_status, ic_calls.hubspot_engagement_id, ic_calls.error_message, ic_calls.pushed_at)
		IS NOT (r.status, r.hubspot_engagement_id, r.error_message, r.pushed_at);
UPDATE ic_calls
SET api_push_status = 'pending', hubspot_engagement_id = NULL, error_message = NULL, pushed_at = NULL,
	last_updated = (SELECT as_of FROM this_run)
WHERE ic_communication_master_id IN (SELECT comm_communicationid FROM rolled_back)
	AND (api_push_status IS NOT 'pending' OR hubspot_engagement_id IS NOT NULL);
UPDATE ic_emails
SET api_push_status = r.status, hubspot_engagement_id = r.hubspot_engagement_id, error_message = r.error_message,
	pushed_at = r.pushed_at, last_updated = (SELECT as_of FROM this_run)
FROM receipt r
WHERE r.comm_communicationid = ic_emails.ic_communication_master_id AND r.activity_type = 'emails'
	AND (ic_emails.api_push_status, ic_emails.hubspot_engagement_id, ic_emails.error_message, ic_emails.pushed_at)
		IS NOT (r.status, r.hubspot_engagement_id, r.error_message, r.pushed_at);
UPDATE ic_emails
SET api_push_status = 'pending', hubspot_engagement_id = NULL, error_message = NULL, pushed_at = NULL,
	last_updated = (SELECT as_of FROM this_run)
WHERE ic_communication_master_id IN (SELECT comm_communicationid FROM rolled_back)
	AND (api_push_status IS NOT 'pending' OR hubspot_engagement_id IS NOT NULL);
UPDATE ic_meetings
SET api_push_status = r.status, hubspot_engagement_id = r.hubspot_engagement_id, error_message = r.error_message,
	pushed_at = r.pushed_at, last_updated = (SELECT as_of FROM this_run)
FROM receipt r
WHERE r.comm_communicationid = ic_meetings.ic_communication_master_id AND r.activity_type = 'meetings'
	AND (ic_meetings.api_push_status, ic_meetings.hubspot_engagement_id, ic_meetings.error_message, ic_meetings.pushed_at)
		IS NOT (r.status, r.hubspot_engagement_id, r.error_message, r.pushed_at);
UPDATE ic_meetings
SET api_push_status = 'pending', hubspot_engagement_id = NULL, error_message = NULL, pushed_at = NULL,
	last_updated = (SELECT as_of FROM this_run)
WHERE ic_communication_master_id IN (SELECT comm_communicationid FROM rolled_back)
	AND (api_push_status IS NOT 'pending' OR hubspot_engagement_id IS NOT NULL);
UPDATE ic_notes
SET api_push_status = r.status, hubspot_engagement_id = r.hubspot_engagement_id, error_message = r.error_message,
	pushed_at = r.pushed_at, last_updated = (SELECT as_of FROM this_run)
FROM receipt r
WHERE r.comm_communicationid = ic_notes.ic_communication_master_id AND r.activity_type = 'notes'
	AND (ic_notes.api_push_status, ic_notes.hubspot_engagement_id, ic_notes.error_message, ic_notes.pushed_at)
		IS NOT (r.status, r.hubspot_engagement_id, r.error_message, r.pushed_at);
UPDATE ic_notes
SET api_push_status = 'pending', hubspot_engagement_id = NULL, error_message = NULL, pushed_at = NULL,
	last_updated = (SELECT as_of FROM this_run)
WHERE ic_communication_master_id IN (SELECT comm_communicationid FROM rolled_back)
	AND (api_push_status IS NOT 'pending' OR hubspot_engagement_id IS NOT NULL);
UPDATE ic_tasks
SET api_push_status = r.status, hubspot_engagement_id = r.hubspot_engagement_id, error_message = r.error_message,
	pushed_at = r.pushed_at, last_updated = (SELECT as_of FROM this_run)
FROM receipt r
WHERE r.comm_communicationid = ic_tasks.ic_communication_master_id AND r.activity_type = 'tasks'
	AND (ic_tasks.api_push_status, ic_tasks.hubspot_engagement_id, ic_tasks.error_message, ic_tasks.pushed_at)
		IS NOT (r.status, r.hubspot_engagement_id, r.error_message, r.pushed_at);
UPDATE ic_tasks
SET api_push_status = 'pending', hubspot_engagement_id = NULL, error_message = NULL, pushed_at = NULL,
	last_updated = (SELECT as_of FROM this_run)
WHERE ic_communication_master_id IN (SELECT comm_communicationid FROM rolled_back)
	AND (api_push_status IS NOT 'pending' OR hubspot_engagement_id IS NOT NULL);
UPDATE ic_communications
SET api_push_status = r.status, hubspot_engagement_id = r.hubspot_engagement_id, error_message = r.error_message,
	pushed_at = r.pushed_at, last_updated = (SELECT as_of FROM this_run)
FROM receipt r
WHERE r.comm_communicationid = ic_communications.ic_communication_master_id AND r.activity_type = 'communications'
	AND (ic_communications.api_push_status, ic_communications.hubspot_engagement_id, ic_communications.error_message, ic_communications.pushed_at)
		IS NOT (r.status, r.hubspot_engagement_id, r.error_message, r.pushed_at);
UPDATE ic_communications
SET api_push_status = 'pending', hubspot_engagement_id = NULL, error_message = NULL, pushed_at = NULL,
	last_updated = (SELECT as_of FROM this_run)
WHERE ic_communication_master_id IN (SELECT comm_communicationid FROM rolled_back)
	AND (api_push_status IS NOT 'pending' OR hubspot_engagement_id IS NOT NULL);
UPDATE ic_postal_mail
SET api_push_status = r.status, hubspot_engagement_id = r.hubspot_engagement_id, error_message = r.error_message,
	pushed_at = r.pushed_at, last_updated = (SELECT as_of FROM this_run)
FROM receipt r
WHERE r.comm_communicationid = ic_postal_mail.ic_communication_master_id AND r.activity_type = 'postal_mail'
	AND (ic_postal_mail.api_push_status, ic_postal_mail.hubspot_engagement_id, ic_postal_mail.error_message, ic_postal_mail.pushed_at)
		IS NOT (r.status, r.hubspot_engagement_id, r.error_message, r.pushed_at);
UPDATE ic_postal_mail
SET api_push_status = 'pending', hubspot_engagement_id = NULL, error_message = NULL, pushed_at = NULL,
	last_updated = (SELECT as_of FROM this_run)
WHERE ic_communication_master_id IN (SELECT comm_communicationid FROM rolled_back)
	AND (api_push_status IS NOT 'pending' OR hubspot_engagement_id IS NOT NULL);
UPDATE ic_communication_master
SET api_push_status = r.status, api_engagement_id = r.hubspot_engagement_id, last_updated = (SELECT as_of FROM this_run)
FROM receipt r
WHERE r.comm_communicationid = ic_communication_master.comm_communicationid
	AND (api_push_status, api_engagement_id) IS NOT (r.status, r.hubspot_engagement_id);
UPDATE ic_communication_master
SET api_push_status = 'not_pushed', api_engagement_id = NULL, last_updated = (SELECT as_of FROM this_run)
WHERE comm_communicationid IN (SELECT comm_communicationid FROM rolled_back)
	AND (api_push_status IS NOT 'not_pushed' OR api_engagement_id IS NOT NULL);
