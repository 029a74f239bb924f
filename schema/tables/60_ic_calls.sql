-- ic_calls: the communications that become HubSpot calls, a row each, made by derive from v_ic_calls_staging and
-- rebuilt whole at any time. What the seven derivative tables have in common:
--   * activity_assigned_to and activity_created_by stay NULL: an external system fills them.
--   * create_date and last_modified_date are the source's; the associated ids are the master's resolved ids, NULL
--     when there is nothing to associate.
--   * hubspot_api_payload is the JSON sent to HubSpot; NULL until derive made one.
--   * api_push_status, hubspot_engagement_id, error_message and pushed_at come from receipts; 'pending' until then.
--   * created_at and last_updated are the time of the run that made the row (this_run.as_of).
CREATE TABLE ic_calls (
	id INTEGER PRIMARY KEY,
	ic_communication_master_id INTEGER NOT NULL REFERENCES ic_communication_master (id) ON DELETE CASCADE,
	activity_date TEXT NOT NULL,
	activity_assigned_to TEXT CHECK (length(activity_assigned_to) <= 500),
	activity_created_by TEXT CHECK (length(activity_created_by) <= 500),
	create_date TEXT,
	last_modified_date TEXT,

	call_title TEXT CHECK (length(call_title) <= 500), -- cut; the view's payload_title is whole
	call_notes TEXT,
	call_direction TEXT CHECK (call_direction IN ('INBOUND', 'OUTBOUND')),
	call_duration_ms INTEGER, -- NULL: the end is unknown, or not after the start
	call_status TEXT
		CHECK (CASE call_status WHEN 'COMPLETED' THEN 1 WHEN 'NO_ANSWER' THEN 1 WHEN 'QUEUED' THEN 1 WHEN 'CANCELED' THEN 1
			WHEN 'BUSY' THEN 1 WHEN 'CONNECTING' THEN 1 WHEN 'FAILED' THEN 1 WHEN 'IN_PROGRESS' THEN 1
			WHEN 'MISSED' THEN 1 WHEN 'RINGING' THEN 1 ELSE call_status IS NULL END),
	call_outcome TEXT CHECK (length(call_outcome) <= 100), -- the source's status, word for word
	call_source TEXT DEFAULT 'Integration' CHECK (length(call_source) <= 100),
	from_number TEXT CHECK (length(from_number) <= 100), -- stays NULL, as to_number: an external system has the numbers
	to_number TEXT CHECK (length(to_number) <= 100),

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
	last_updated TEXT DEFAULT CURRENT_TIMESTAMP
) STRICT;
