-- ic_meetings: the communications that become HubSpot meetings. The common columns are told of in ic_calls. A
-- communication that ends before it starts cannot stand here: its master row gets staging_status 'error'.
CREATE TABLE ic_meetings (
	id INTEGER PRIMARY KEY,
	ic_communication_master_id INTEGER NOT NULL REFERENCES ic_communication_master (id) ON DELETE CASCADE,
	activity_date TEXT NOT NULL,
	activity_assigned_to TEXT CHECK (length(activity_assigned_to) <= 500),
	activity_created_by TEXT CHECK (length(activity_created_by) <= 500),
	create_date TEXT,
	last_modified_date TEXT,

	meeting_name TEXT CHECK (length(meeting_name) <= 500), -- cut; the view's payload_title is whole
	meeting_description TEXT,
	meeting_start_time TEXT NOT NULL,
	meeting_end_time TEXT, -- one hour after the start when the source has none
	internal_meeting_notes TEXT,
	meeting_location TEXT CHECK (length(meeting_location) <= 500), -- stays NULL: not extracted from the note
	location_type TEXT
		CHECK (CASE location_type WHEN 'VIDEO_CONFERENCE' THEN 1 WHEN 'PHONE_CALL' THEN 1 WHEN 'ADDRESS' THEN 1
			ELSE location_type IS NULL END),
	meeting_outcome TEXT
		CHECK (CASE meeting_outcome WHEN 'COMPLETED' THEN 1 WHEN 'SCHEDULED' THEN 1 WHEN 'CANCELLED' THEN 1
			WHEN 'NO_SHOW' THEN 1 WHEN 'RESCHEDULED' THEN 1 ELSE meeting_outcome IS NULL END),
	meeting_source TEXT DEFAULT 'Import' CHECK (length(meeting_source) <= 100),
	outcome_completed_count INTEGER DEFAULT 0, -- 1 only when the source says so, not by default; so the next three
	outcome_canceled_count INTEGER DEFAULT 0,
	outcome_no_show_count INTEGER DEFAULT 0,
	outcome_rescheduled_count INTEGER DEFAULT 0,

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

	CONSTRAINT "the meeting ends before it starts"
		CHECK (meeting_end_time IS NULL OR meeting_end_time >= meeting_start_time)
) STRICT;
