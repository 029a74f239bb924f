-- derive.sql: the seven tables, payloads and all, from the views, inside PostgreSQL. A row that no longer belongs
-- in its table, or that is skipped now, goes unless HubSpot has it; push states and what an external system filled in stay. A meeting that
-- ends before it starts cannot be derived: its communication is in error. Run as resolve.sql, behind it.
UPDATE ic_communication_master
SET staging_status = 'error', error_message = 'the meeting ends before it starts', processed_at = localtimestamp
FROM v_ic_meetings_staging v
WHERE id = v.ic_communication_master_id AND v.meeting_end_time < v.meeting_start_time
	AND ROW(staging_status, error_message) IS DISTINCT FROM ROW('error', 'the meeting ends before it starts');

DELETE FROM ic_calls t
WHERE t.hubspot_engagement_id IS NULL
	AND NOT EXISTS (SELECT 1 FROM v_ic_calls_staging v JOIN ic_communication_master m ON m.id = v.ic_communication_master_id
		WHERE m.id = t.ic_communication_master_id AND m.staging_status <> 'error' AND v.payload_decision <> 'skip');
INSERT INTO ic_calls AS t (
	ic_communication_master_id, activity_date, activity_assigned_to, activity_created_by, create_date,
	last_modified_date, call_title, call_notes, call_direction, call_duration_ms, call_status,
	call_outcome, call_source, from_number, to_number, associated_contact_id, associated_company_id,
	associated_deal_id, hubspot_api_payload)
SELECT
	v.ic_communication_master_id, v.activity_date, v.activity_assigned_to, v.activity_created_by,
	v.create_date, v.last_modified_date, v.call_title, v.call_notes, v.call_direction,
	v.call_duration_ms, v.call_status, v.call_outcome, v.call_source, v.from_number, v.to_number,
	v.associated_contact_id, v.associated_company_id, v.associated_deal_id, p.payload::jsonb
FROM v_ic_calls_staging v
JOIN v_ic_calls_payload p ON p.ic_communication_master_id = v.ic_communication_master_id
WHERE v.payload_decision <> 'skip'
ON CONFLICT (ic_communication_master_id) DO UPDATE
SET
	activity_date = excluded.activity_date, create_date = excluded.create_date, last_modified_date =
	excluded.last_modified_date, call_title = excluded.call_title, call_notes = excluded.call_notes,
	call_direction = excluded.call_direction, call_duration_ms = excluded.call_duration_ms, call_status
	= excluded.call_status, call_outcome = excluded.call_outcome, call_source = excluded.call_source,
	associated_contact_id = excluded.associated_contact_id, associated_company_id =
	excluded.associated_company_id, associated_deal_id = excluded.associated_deal_id,
	hubspot_api_payload = excluded.hubspot_api_payload,
	last_updated = localtimestamp
WHERE ROW(t.activity_date, t.create_date, t.last_modified_date) IS DISTINCT FROM ROW(excluded.activity_date, excluded.create_date, excluded.last_modified_date)
	OR ROW(
		t.call_title, t.call_notes, t.call_direction, t.call_duration_ms, t.call_status, t.call_outcome,
		t.call_source, t.associated_contact_id, t.associated_company_id, t.associated_deal_id,
		t.hubspot_api_payload)
	IS DISTINCT FROM ROW(
		excluded.call_title, excluded.call_notes, excluded.call_direction, excluded.call_duration_ms,
		excluded.call_status, excluded.call_outcome, excluded.call_source, excluded.associated_contact_id,
		excluded.associated_company_id, excluded.associated_deal_id, excluded.hubspot_api_payload);

DELETE FROM ic_emails t
WHERE t.hubspot_engagement_id IS NULL
	AND NOT EXISTS (SELECT 1 FROM v_ic_emails_staging v JOIN ic_communication_master m ON m.id = v.ic_communication_master_id
		WHERE m.id = t.ic_communication_master_id AND m.staging_status <> 'error' AND v.payload_decision <> 'skip');
INSERT INTO ic_emails AS t (
	ic_communication_master_id, activity_date, activity_assigned_to, activity_created_by, create_date,
	last_modified_date, email_subject, email_body, email_direction, email_from_address,
	email_to_address, email_send_status, email_open_rate, email_click_rate, email_reply_rate,
	number_of_email_opens, number_of_email_clicks, number_of_email_replies, associated_contact_id,
	associated_company_id, associated_deal_id, hubspot_api_payload)
SELECT
	v.ic_communication_master_id, v.activity_date, v.activity_assigned_to, v.activity_created_by,
	v.create_date, v.last_modified_date, v.email_subject, v.email_body, v.email_direction,
	v.email_from_address, v.email_to_address, v.email_send_status, v.email_open_rate,
	v.email_click_rate, v.email_reply_rate, v.number_of_email_opens, v.number_of_email_clicks,
	v.number_of_email_replies, v.associated_contact_id, v.associated_company_id, v.associated_deal_id,
	p.payload::jsonb
FROM v_ic_emails_staging v
JOIN v_ic_emails_payload p ON p.ic_communication_master_id = v.ic_communication_master_id
WHERE v.payload_decision <> 'skip'
ON CONFLICT (ic_communication_master_id) DO UPDATE
SET
	activity_date = excluded.activity_date, create_date = excluded.create_date, last_modified_date =
	excluded.last_modified_date, email_subject = excluded.email_subject, email_body =
	excluded.email_body, email_direction = excluded.email_direction, email_from_address =
	excluded.email_from_address, email_to_address = excluded.email_to_address, email_send_status =
	excluded.email_send_status, associated_contact_id = excluded.associated_contact_id,
	associated_company_id = excluded.associated_company_id, associated_deal_id =
	excluded.associated_deal_id, hubspot_api_payload = excluded.hubspot_api_payload,
	last_updated = localtimestamp
WHERE ROW(t.activity_date, t.create_date, t.last_modified_date) IS DISTINCT FROM ROW(excluded.activity_date, excluded.create_date, excluded.last_modified_date)
	OR ROW(
		t.email_subject, t.email_body, t.email_direction, t.email_from_address, t.email_to_address,
		t.email_send_status, t.associated_contact_id, t.associated_company_id, t.associated_deal_id,
		t.hubspot_api_payload)
	IS DISTINCT FROM ROW(
		excluded.email_subject, excluded.email_body, excluded.email_direction,
		excluded.email_from_address, excluded.email_to_address, excluded.email_send_status,
		excluded.associated_contact_id, excluded.associated_company_id, excluded.associated_deal_id,
		excluded.hubspot_api_payload);

DELETE FROM ic_meetings t
WHERE t.hubspot_engagement_id IS NULL
	AND NOT EXISTS (SELECT 1 FROM v_ic_meetings_staging v JOIN ic_communication_master m ON m.id = v.ic_communication_master_id
		WHERE m.id = t.ic_communication_master_id AND m.staging_status <> 'error' AND v.payload_decision <> 'skip');
INSERT INTO ic_meetings AS t (
	ic_communication_master_id, activity_date, activity_assigned_to, activity_created_by, create_date,
	last_modified_date, meeting_name, meeting_description, meeting_start_time, meeting_end_time,
	internal_meeting_notes, meeting_location, location_type, meeting_outcome, meeting_source,
	outcome_completed_count, outcome_canceled_count, outcome_no_show_count, outcome_rescheduled_count,
	associated_contact_id, associated_company_id, associated_deal_id, hubspot_api_payload)
SELECT
	v.ic_communication_master_id, v.activity_date, v.activity_assigned_to, v.activity_created_by,
	v.create_date, v.last_modified_date, v.meeting_name, v.meeting_description, v.meeting_start_time,
	v.meeting_end_time, v.internal_meeting_notes, v.meeting_location, v.location_type,
	v.meeting_outcome, v.meeting_source, v.outcome_completed_count, v.outcome_canceled_count,
	v.outcome_no_show_count, v.outcome_rescheduled_count, v.associated_contact_id,
	v.associated_company_id, v.associated_deal_id, p.payload::jsonb
FROM v_ic_meetings_staging v
JOIN v_ic_meetings_payload p ON p.ic_communication_master_id = v.ic_communication_master_id
WHERE v.payload_decision <> 'skip' AND (v.meeting_end_time IS NULL OR v.meeting_end_time >= v.meeting_start_time)
ON CONFLICT (ic_communication_master_id) DO UPDATE
SET
	activity_date = excluded.activity_date, create_date = excluded.create_date, last_modified_date =
	excluded.last_modified_date, meeting_name = excluded.meeting_name, meeting_description =
	excluded.meeting_description, meeting_start_time = excluded.meeting_start_time, meeting_end_time =
	excluded.meeting_end_time, internal_meeting_notes = excluded.internal_meeting_notes, location_type
	= excluded.location_type, meeting_outcome = excluded.meeting_outcome, meeting_source =
	excluded.meeting_source, outcome_completed_count = excluded.outcome_completed_count,
	outcome_canceled_count = excluded.outcome_canceled_count, outcome_no_show_count =
	excluded.outcome_no_show_count, outcome_rescheduled_count = excluded.outcome_rescheduled_count,
	associated_contact_id = excluded.associated_contact_id, associated_company_id =
	excluded.associated_company_id, associated_deal_id = excluded.associated_deal_id,
	hubspot_api_payload = excluded.hubspot_api_payload,
	last_updated = localtimestamp
WHERE ROW(t.activity_date, t.create_date, t.last_modified_date) IS DISTINCT FROM ROW(excluded.activity_date, excluded.create_date, excluded.last_modified_date)
	OR ROW(
		t.meeting_name, t.meeting_description, t.meeting_start_time, t.meeting_end_time,
		t.internal_meeting_notes, t.location_type, t.meeting_outcome, t.meeting_source,
		t.outcome_completed_count, t.outcome_canceled_count, t.outcome_no_show_count,
		t.outcome_rescheduled_count, t.associated_contact_id, t.associated_company_id,
		t.associated_deal_id, t.hubspot_api_payload)
	IS DISTINCT FROM ROW(
		excluded.meeting_name, excluded.meeting_description, excluded.meeting_start_time,
		excluded.meeting_end_time, excluded.internal_meeting_notes, excluded.location_type,
		excluded.meeting_outcome, excluded.meeting_source, excluded.outcome_completed_count,
		excluded.outcome_canceled_count, excluded.outcome_no_show_count,
		excluded.outcome_rescheduled_count, excluded.associated_contact_id,
		excluded.associated_company_id, excluded.associated_deal_id, excluded.hubspot_api_payload);

DELETE FROM ic_notes t
WHERE t.hubspot_engagement_id IS NULL
	AND NOT EXISTS (SELECT 1 FROM v_ic_notes_staging v JOIN ic_communication_master m ON m.id = v.ic_communication_master_id
		WHERE m.id = t.ic_communication_master_id AND m.staging_status <> 'error' AND v.payload_decision <> 'skip');
INSERT INTO ic_notes AS t (
	ic_communication_master_id, activity_date, activity_assigned_to, activity_created_by, create_date,
	last_modified_date, note_body, associated_contact_id, associated_company_id, associated_deal_id,
	hubspot_api_payload)
SELECT
	v.ic_communication_master_id, v.activity_date, v.activity_assigned_to, v.activity_created_by,
	v.create_date, v.last_modified_date, v.note_body, v.associated_contact_id, v.associated_company_id,
	v.associated_deal_id, p.payload::jsonb
FROM v_ic_notes_staging v
JOIN v_ic_notes_payload p ON p.ic_communication_master_id = v.ic_communication_master_id
WHERE v.payload_decision <> 'skip'
ON CONFLICT (ic_communication_master_id) DO UPDATE
SET
	activity_date = excluded.activity_date, create_date = excluded.create_date, last_modified_date =
	excluded.last_modified_date, note_body = excluded.note_body, associated_contact_id =
	excluded.associated_contact_id, associated_company_id = excluded.associated_company_id,
	associated_deal_id = excluded.associated_deal_id, hubspot_api_payload =
	excluded.hubspot_api_payload,
	last_updated = localtimestamp
WHERE ROW(t.activity_date, t.create_date, t.last_modified_date) IS DISTINCT FROM ROW(excluded.activity_date, excluded.create_date, excluded.last_modified_date)
	OR ROW(
		t.note_body, t.associated_contact_id, t.associated_company_id, t.associated_deal_id,
		t.hubspot_api_payload)
	IS DISTINCT FROM ROW(
		excluded.note_body, excluded.associated_contact_id, excluded.associated_company_id,
		excluded.associated_deal_id, excluded.hubspot_api_payload);

DELETE FROM ic_tasks t
WHERE t.hubspot_engagement_id IS NULL
	AND NOT EXISTS (SELECT 1 FROM v_ic_tasks_staging v JOIN ic_communication_master m ON m.id = v.ic_communication_master_id
		WHERE m.id = t.ic_communication_master_id AND m.staging_status <> 'error' AND v.payload_decision <> 'skip');
INSERT INTO ic_tasks AS t (
	ic_communication_master_id, activity_date, activity_assigned_to, activity_created_by, create_date,
	last_modified_date, task_title, task_notes, due_date, task_status, completed_at, task_priority,
	task_type, is_overdue, reminder_date, source_type, source_case_id, associated_contact_id,
	associated_company_id, associated_deal_id, hubspot_api_payload)
SELECT
	v.ic_communication_master_id, v.activity_date, v.activity_assigned_to, v.activity_created_by,
	v.create_date, v.last_modified_date, v.task_title, v.task_notes, v.due_date, v.task_status,
	v.completed_at, v.task_priority, v.task_type, v.is_overdue, v.reminder_date, v.source_type,
	v.source_case_id, v.associated_contact_id, v.associated_company_id, v.associated_deal_id,
	p.payload::jsonb
FROM v_ic_tasks_staging v
JOIN v_ic_tasks_payload p ON p.ic_communication_master_id = v.ic_communication_master_id
WHERE v.payload_decision <> 'skip'
ON CONFLICT (ic_communication_master_id) DO UPDATE
SET
	activity_date = excluded.activity_date, create_date = excluded.create_date, last_modified_date =
	excluded.last_modified_date, task_title = excluded.task_title, task_notes = excluded.task_notes,
	due_date = excluded.due_date, task_status = excluded.task_status, completed_at =
	excluded.completed_at, task_priority = excluded.task_priority, task_type = excluded.task_type,
	is_overdue = excluded.is_overdue, reminder_date = excluded.reminder_date, source_type =
	excluded.source_type, source_case_id = excluded.source_case_id, associated_contact_id =
	excluded.associated_contact_id, associated_company_id = excluded.associated_company_id,
	associated_deal_id = excluded.associated_deal_id, hubspot_api_payload =
	excluded.hubspot_api_payload,
	last_updated = localtimestamp
WHERE ROW(t.activity_date, t.create_date, t.last_modified_date) IS DISTINCT FROM ROW(excluded.activity_date, excluded.create_date, excluded.last_modified_date)
	OR ROW(
		t.task_title, t.task_notes, t.due_date, t.task_status, t.completed_at, t.task_priority,
		t.task_type, t.is_overdue, t.reminder_date, t.source_type, t.source_case_id,
		t.associated_contact_id, t.associated_company_id, t.associated_deal_id, t.hubspot_api_payload)
	IS DISTINCT FROM ROW(
		excluded.task_title, excluded.task_notes, excluded.due_date, excluded.task_status,
		excluded.completed_at, excluded.task_priority, excluded.task_type, excluded.is_overdue,
		excluded.reminder_date, excluded.source_type, excluded.source_case_id,
		excluded.associated_contact_id, excluded.associated_company_id, excluded.associated_deal_id,
		excluded.hubspot_api_payload);

DELETE FROM ic_communications t
WHERE t.hubspot_engagement_id IS NULL
	AND NOT EXISTS (SELECT 1 FROM v_ic_communications_staging v JOIN ic_communication_master m ON m.id = v.ic_communication_master_id
		WHERE m.id = t.ic_communication_master_id AND m.staging_status <> 'error' AND v.payload_decision <> 'skip');
INSERT INTO ic_communications AS t (
	ic_communication_master_id, activity_date, activity_assigned_to, activity_created_by, create_date,
	last_modified_date, communication_body, channel_type, logged_from, associated_contact_id,
	associated_company_id, associated_deal_id, hubspot_api_payload)
SELECT
	v.ic_communication_master_id, v.activity_date, v.activity_assigned_to, v.activity_created_by,
	v.create_date, v.last_modified_date, v.communication_body, v.channel_type, v.logged_from,
	v.associated_contact_id, v.associated_company_id, v.associated_deal_id, p.payload::jsonb
FROM v_ic_communications_staging v
JOIN v_ic_communications_payload p ON p.ic_communication_master_id = v.ic_communication_master_id
WHERE v.payload_decision <> 'skip'
ON CONFLICT (ic_communication_master_id) DO UPDATE
SET
	activity_date = excluded.activity_date, create_date = excluded.create_date, last_modified_date =
	excluded.last_modified_date, communication_body = excluded.communication_body, channel_type =
	excluded.channel_type, logged_from = excluded.logged_from, associated_contact_id =
	excluded.associated_contact_id, associated_company_id = excluded.associated_company_id,
	associated_deal_id = excluded.associated_deal_id, hubspot_api_payload =
	excluded.hubspot_api_payload,
	last_updated = localtimestamp
WHERE ROW(t.activity_date, t.create_date, t.last_modified_date) IS DISTINCT FROM ROW(excluded.activity_date, excluded.create_date, excluded.last_modified_date)
	OR ROW(
		t.communication_body, t.channel_type, t.logged_from, t.associated_contact_id,
		t.associated_company_id, t.associated_deal_id, t.hubspot_api_payload)
	IS DISTINCT FROM ROW(
		excluded.communication_body, excluded.channel_type, excluded.logged_from,
		excluded.associated_contact_id, excluded.associated_company_id, excluded.associated_deal_id,
		excluded.hubspot_api_payload);

DELETE FROM ic_postal_mail t
WHERE t.hubspot_engagement_id IS NULL
	AND NOT EXISTS (SELECT 1 FROM v_ic_postal_mail_staging v JOIN ic_communication_master m ON m.id = v.ic_communication_master_id
		WHERE m.id = t.ic_communication_master_id AND m.staging_status <> 'error' AND v.payload_decision <> 'skip');
INSERT INTO ic_postal_mail AS t (
	ic_communication_master_id, activity_date, activity_assigned_to, activity_created_by, create_date,
	last_modified_date, postal_mail_body, body_preview, associated_contact_id, associated_company_id,
	associated_deal_id, hubspot_api_payload)
SELECT
	v.ic_communication_master_id, v.activity_date, v.activity_assigned_to, v.activity_created_by,
	v.create_date, v.last_modified_date, v.postal_mail_body, v.body_preview, v.associated_contact_id,
	v.associated_company_id, v.associated_deal_id, p.payload::jsonb
FROM v_ic_postal_mail_staging v
JOIN v_ic_postal_mail_payload p ON p.ic_communication_master_id = v.ic_communication_master_id
WHERE v.payload_decision <> 'skip'
ON CONFLICT (ic_communication_master_id) DO UPDATE
SET
	activity_date = excluded.activity_date, create_date = excluded.create_date, last_modified_date =
	excluded.last_modified_date, postal_mail_body = excluded.postal_mail_body, body_preview =
	excluded.body_preview, associated_contact_id = excluded.associated_contact_id,
	associated_company_id = excluded.associated_company_id, associated_deal_id =
	excluded.associated_deal_id, hubspot_api_payload = excluded.hubspot_api_payload,
	last_updated = localtimestamp
WHERE ROW(t.activity_date, t.create_date, t.last_modified_date) IS DISTINCT FROM ROW(excluded.activity_date, excluded.create_date, excluded.last_modified_date)
	OR ROW(
		t.postal_mail_body, t.body_preview, t.associated_contact_id, t.associated_company_id,
		t.associated_deal_id, t.hubspot_api_payload)
	IS DISTINCT FROM ROW(
		excluded.postal_mail_body, excluded.body_preview, excluded.associated_contact_id,
		excluded.associated_company_id, excluded.associated_deal_id, excluded.hubspot_api_payload);

-- What is skipped has no payload, and so no state of a push.
UPDATE ic_communication_master m
SET staging_status = 'processed', error_message = NULL, processed_at = localtimestamp,
	api_push_status = coalesce(m.api_push_status, CASE WHEN d.id IS NOT NULL THEN 'not_pushed' END)
FROM ic_communication_master n
LEFT JOIN (
	SELECT ic_communication_master_id AS id FROM ic_calls
	UNION ALL SELECT ic_communication_master_id FROM ic_emails
	UNION ALL SELECT ic_communication_master_id FROM ic_meetings
	UNION ALL SELECT ic_communication_master_id FROM ic_notes
	UNION ALL SELECT ic_communication_master_id FROM ic_tasks
	UNION ALL SELECT ic_communication_master_id FROM ic_communications
	UNION ALL SELECT ic_communication_master_id FROM ic_postal_mail
) d ON d.id = n.id
WHERE n.id = m.id AND m.staging_status = 'pending';
