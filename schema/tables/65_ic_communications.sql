-- ic_communications: the communications that become HubSpot communications: short messages. The common columns are
-- told of in ic_calls. HubSpot has no channel CUSTOM: such a row is derived and held.
CREATE TABLE ic_communications (
	id INTEGER PRIMARY KEY,
	ic_communication_master_id INTEGER NOT NULL REFERENCES ic_communication_master (id) ON DELETE CASCADE,
	activity_date TEXT NOT NULL,
	activity_assigned_to TEXT CHECK (length(activity_assigned_to) <= 500),
	activity_created_by TEXT CHECK (length(activity_created_by) <= 500),
	create_date TEXT,
	last_modified_date TEXT,

	communication_body TEXT NOT NULL,
	channel_type TEXT
		CHECK (CASE channel_type WHEN 'SMS' THEN 1 WHEN 'WHATS_APP' THEN 1 WHEN 'LINKEDIN_MESSAGE' THEN 1
			WHEN 'CUSTOM' THEN 1 ELSE channel_type IS NULL END),
	logged_from TEXT DEFAULT 'API' CHECK (length(logged_from) <= 100),

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
