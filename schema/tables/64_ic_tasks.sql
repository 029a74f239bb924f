-- ic_tasks: the communications that become HubSpot tasks. The common columns are told of in ic_calls.
CREATE TABLE ic_tasks (
	id INTEGER PRIMARY KEY,
	ic_communication_master_id INTEGER NOT NULL REFERENCES ic_communication_master (id) ON DELETE CASCADE,
	activity_date TEXT NOT NULL,
	activity_assigned_to TEXT CHECK (length(activity_assigned_to) <= 500),
	activity_created_by TEXT CHECK (length(activity_created_by) <= 500),
	create_date TEXT,
	last_modified_date TEXT,

	task_title TEXT NOT NULL CHECK (length(task_title) <= 500), -- cut; the view's payload_title is whole
	task_notes TEXT,
	due_date TEXT, -- one day after the start when the source has no end; NULL only past the year 9999
	task_status TEXT DEFAULT 'NOT_STARTED'
		CHECK (CASE task_status WHEN 'NOT_STARTED' THEN 1 WHEN 'COMPLETED' THEN 1 WHEN 'IN_PROGRESS' THEN 1
			WHEN 'WAITING' THEN 1 WHEN 'DEFERRED' THEN 1 ELSE task_status IS NULL END),
	completed_at TEXT,
	task_priority TEXT
		CHECK (CASE task_priority WHEN 'MEDIUM' THEN 1 WHEN 'HIGH' THEN 1 WHEN 'LOW' THEN 1
			ELSE task_priority IS NULL END),
	task_type TEXT DEFAULT 'TODO'
		CHECK (CASE task_type WHEN 'TODO' THEN 1 WHEN 'EMAIL' THEN 1 WHEN 'CALL' THEN 1 ELSE task_type IS NULL END),
	is_overdue INTEGER CHECK (is_overdue IN (0, 1)), -- at this_run.as_of
	reminder_date TEXT, -- the first date of a task that was moved; NULL when it was not
	source_type TEXT CHECK (source_type IN ('task', 'case')),
	source_case_id INTEGER,

	associated_contact_id INTEGER,
	associated_company_id INTEGER,
	associated_deal_id INTEGER,
	hubspot_api_payload TEXT,
	api_push_status TEXT DEFAULT 'pending'
		CHECK (CASE api_push_status WHEN 'pending' THEN 1 WHEN 'pushed' THEN 1 WHEN 'failed' THEN 1
			ELSE api_push_status IS NULL END),
	hubspot_engagement_id INTEGER,
	error_message TEXT,
	created_at TEXT DEFAULT CURRENT_TIMESTAMP,
	pushed_at TEXT,
	last_updated TEXT DEFAULT CURRENT_TIMESTAMP,

	CONSTRAINT "a completed task has no completed_at"
		CHECK (task_status IS NOT 'COMPLETED' OR completed_at IS NOT NULL)
) STRICT;
