-- communications_reconciliation: which communications are in HubSpot already, from another tool or another workspace.
-- A row with an engagement id must never be created again; one without says nothing. Optional: the table may be
-- empty.
CREATE TABLE communications_reconciliation (
	id INTEGER,
	legacy_communication_id INTEGER PRIMARY KEY CHECK (legacy_communication_id BETWEEN -2147483648 AND 2147483647),
	hubspot_engagement_id INTEGER,
	legacy_type TEXT,
	legacy_subject TEXT,
	legacy_datetime TEXT,
	legacy_company_id INTEGER,
	hubspot_company_id INTEGER,
	legacy_contact_id INTEGER,
	hubspot_contact_id INTEGER,
	legacy_properties TEXT,
	properties_to_update TEXT,
	reconciliation_status TEXT,
	match_confidence REAL,
	notes TEXT,
	created_at TEXT,
	last_updated TEXT
) STRICT;
