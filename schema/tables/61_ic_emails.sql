-- ic_emails: the communications that become HubSpot e-mails. The common columns are told of in ic_calls.
CREATE TABLE ic_emails (
	id INTEGER PRIMARY KEY,
	ic_communication_master_id INTEGER NOT NULL REFERENCES ic_communication_master (id) ON DELETE CASCADE,
	activity_date TEXT NOT NULL,
	activity_assigned_to TEXT CHECK (length(activity_assigned_to) <= 500),
	activity_created_by TEXT CHECK (length(activity_created_by) <= 500),
	create_date TEXT,
	last_modified_date TEXT,

	email_subject TEXT,
	email_body TEXT,
	email_direction TEXT CHECK (email_direction IN ('INCOMING', 'OUTGOING')),
	email_from_address TEXT CHECK (length(email_from_address) <= 500), -- maybe this_run.placeholder_from
	email_to_address TEXT CHECK (length(email_to_address) <= 500), -- maybe this_run.placeholder_to; NULL: none known
	email_send_status TEXT
		CHECK (CASE email_send_status WHEN 'SENT' THEN 1 WHEN 'BOUNCED' THEN 1 WHEN 'FAILED' THEN 1
			WHEN 'SCHEDULED' THEN 1 WHEN 'SENDING' THEN 1 ELSE email_send_status IS NULL END),
	email_open_rate REAL, -- the source knows none of the three rates
	email_click_rate REAL,
	email_reply_rate REAL,
	number_of_email_opens INTEGER DEFAULT 0,
	number_of_email_clicks INTEGER DEFAULT 0,
	number_of_email_replies INTEGER DEFAULT 0,

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
