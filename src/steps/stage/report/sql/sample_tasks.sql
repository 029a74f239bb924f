-- What communication ?1 became.
SELECT activity_date, create_date, last_modified_date, task_title, task_notes, due_date, task_status, completed_at,
	task_priority, task_type, is_overdue, reminder_date, source_type, source_case_id,
	associated_contact_id, associated_company_id, associated_deal_id, api_push_status, hubspot_engagement_id
FROM ic_tasks WHERE ic_communication_master_id = ?1;
