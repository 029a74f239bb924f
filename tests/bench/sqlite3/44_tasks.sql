-- ic_tasks with its payloads.
INSERT INTO ic_tasks (
	id, ic_communication_master_id, activity_date, activity_assigned_to, activity_created_by, create_date,
	last_modified_date, task_title, task_notes, due_date, task_status, completed_at, task_priority,
	task_type, is_overdue, reminder_date, source_type, source_case_id, associated_contact_id,
	associated_company_id, associated_deal_id, hubspot_api_payload, created_at, last_updated)
SELECT
	v.ic_communication_master_id, v.ic_communication_master_id, v.activity_date, v.activity_assigned_to,
	v.activity_created_by, v.create_date, v.last_modified_date, v.task_title, v.task_notes, v.due_date,
	v.task_status, v.completed_at, v.task_priority, v.task_type, v.is_overdue, v.reminder_date,
	v.source_type, v.source_case_id, v.associated_contact_id, v.associated_company_id, v.associated_deal_id,
	'{"properties":{"legacy_communication_id":"' || v.payload_key
	|| '","hs_timestamp":"'
		|| substr(v.due_date, 1, 10) || 'T' || substr(v.due_date, 12, 8) || '.'
		|| substr(substr(v.due_date, 21) || '000', 1, 3) || 'Z"'
	|| ',"hs_task_subject":' || json_quote(v.payload_title)
	|| CASE WHEN v.task_notes IS NULL THEN '' ELSE ',"hs_task_body":'
		|| json_quote(replace(replace(replace(replace(replace(replace(v.task_notes,
			'&', '&amp;'), '<', '&lt;'), '>', '&gt;'),
			char(13, 10), '<br>'), char(10), '<br>'), char(13), '<br>')) END
	|| ',"hs_task_status":"' || v.task_status || '"'
	|| ',"hs_task_priority":"' || v.task_priority || '"'
	|| ',"hs_task_type":"' || v.task_type || '"'
	|| '},"associations":[' || substr(
		ifnull(',{"to":{"id":"' || v.associated_contact_id
			|| '"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":204}]}', '')
		|| ifnull(',{"to":{"id":"' || v.associated_company_id
			|| '"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":192}]}', '')
		|| ifnull(',{"to":{"id":"' || v.associated_deal_id
			|| '"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":216}]}', ''), 2)
	|| '],"objectWriteTraceId":"' || v.payload_key || '"}',
	t.as_of, t.as_of
FROM v_ic_tasks_staging v
CROSS JOIN this_run t;
