-- ic_communication_master: one row a communication, as it stands in the source, and what is known about it since.
-- load writes the source columns, the activity type and is_task_eligible; resolve the HubSpot ids and is_orphaned;
-- derive staging_status, error_message and processed_at; receipts the two api_ columns. NULL in a source column: the
-- file had no value there, or had no such column.
CREATE TABLE ic_communication_master (
	id INTEGER PRIMARY KEY,

	-- the 22 columns of the source
	comm_communicationid INTEGER NOT NULL CHECK (comm_communicationid BETWEEN -2147483648 AND 2147483647),
	comm_opportunityid INTEGER CHECK (comm_opportunityid BETWEEN -2147483648 AND 2147483647),
	comm_caseid INTEGER CHECK (comm_caseid BETWEEN -2147483648 AND 2147483647),
	comm_type TEXT NOT NULL CHECK (length(comm_type) <= 100),
	comm_action TEXT CHECK (length(comm_action) <= 100),
	comm_status TEXT CHECK (length(comm_status) <= 100),
	comm_priority TEXT CHECK (length(comm_priority) <= 50),
	comm_datetime TEXT NOT NULL
		CHECK (length(comm_datetime) = 19
			OR (length(comm_datetime) <= 26 AND comm_datetime GLOB '????-??-?? ??:??:??.*[1-9]')),
	comm_todatetime TEXT
		CHECK (length(comm_todatetime) = 19
			OR (length(comm_todatetime) <= 26 AND comm_todatetime GLOB '????-??-?? ??:??:??.*[1-9]')),
	comm_note TEXT,
	comm_subject TEXT,
	comm_email_clean TEXT CHECK (length(comm_email_clean) <= 500), -- the other side's address; in Sage data, the body
	comm_createddate TEXT NOT NULL
		CHECK (length(comm_createddate) = 19
			OR (length(comm_createddate) <= 26 AND comm_createddate GLOB '????-??-?? ??:??:??.*[1-9]')),
	comm_updateddate TEXT
		CHECK (length(comm_updateddate) = 19
			OR (length(comm_updateddate) <= 26 AND comm_updateddate GLOB '????-??-?? ??:??:??.*[1-9]')),
	comm_originaldatetime TEXT -- before the appointment was moved
		CHECK (length(comm_originaldatetime) = 19
			OR (length(comm_originaldatetime) <= 26 AND comm_originaldatetime GLOB '????-??-?? ??:??:??.*[1-9]')),
	comm_originaltodatetime TEXT
		CHECK (length(comm_originaltodatetime) = 19
			OR (length(comm_originaltodatetime) <= 26 AND comm_originaltodatetime GLOB '????-??-?? ??:??:??.*[1-9]')),
	person_id INTEGER CHECK (person_id BETWEEN -2147483648 AND 2147483647),
	person_firstname TEXT CHECK (length(person_firstname) <= 200),
	person_lastname TEXT CHECK (length(person_lastname) <= 200),
	person_emailaddress TEXT CHECK (length(person_emailaddress) <= 500),
	company_id INTEGER CHECK (company_id BETWEEN -2147483648 AND 2147483647),
	company_name TEXT CHECK (length(company_name) <= 500),

	-- the 13 columns of the staging
	derived_activity_type TEXT NOT NULL
		CHECK (CASE derived_activity_type WHEN 'calls' THEN 1 WHEN 'emails' THEN 1 WHEN 'meetings' THEN 1
			WHEN 'notes' THEN 1 WHEN 'tasks' THEN 1 WHEN 'communications' THEN 1 WHEN 'postal_mail' THEN 1
			ELSE 0 END),
	is_task_eligible INTEGER DEFAULT 0 CHECK (is_task_eligible IN (0, 1)), -- has a case, and an urgent priority
	hubspot_contact_id INTEGER, -- NULL until resolved, and when the reference is not to be resolved; so the next two
	hubspot_company_id INTEGER,
	hubspot_deal_id INTEGER,
	staging_status TEXT DEFAULT 'pending'
		CHECK (CASE staging_status WHEN 'pending' THEN 1 WHEN 'processed' THEN 1 WHEN 'error' THEN 1
			ELSE staging_status IS NULL END),
	api_push_status TEXT -- NULL: there is no payload yet
		CHECK (CASE api_push_status WHEN 'not_pushed' THEN 1 WHEN 'pushed' THEN 1 WHEN 'failed' THEN 1
			ELSE api_push_status IS NULL END),
	api_engagement_id INTEGER,
	is_orphaned INTEGER DEFAULT 0 CHECK (is_orphaned IN (0, 1)), -- the row's own three HubSpot ids are NULL
	error_message TEXT, -- why staging_status is 'error'
	created_at TEXT DEFAULT CURRENT_TIMESTAMP, -- the program writes this_run.as_of
	processed_at TEXT, -- when derive came to an end with it; NULL while pending
	last_updated TEXT DEFAULT CURRENT_TIMESTAMP
) STRICT;
