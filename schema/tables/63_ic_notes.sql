-- ic_notes: the communications that become HubSpot notes, and every one that no rule knows. The common columns are
-- told of in ic_calls.
CREATE TABLE ic_notes (
	id INTEGER PRIMARY KEY,
	ic_communication_master_id INTEGER NOT NULL REFERENCES ic_communication_master (id) ON DELETE CASCADE,
	activity_date TEXT NOT NULL,
	activity_assigned_to TEXT CHECK (length(activity_assigned_to) <= 500),
	activity_created_by TEXT CHECK (length(activity_created_by) <= 500),
	create_date TEXT,
	last_modified_date TEXT,

	note_body TEXT NOT NULL, -- subject, an empty line, note

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
