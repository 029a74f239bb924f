-- deals_reconciliation: which HubSpot deal a legacy opportunity is; made as contacts_reconciliation is.
CREATE TABLE deals_reconciliation (
	id INTEGER,
	legacy_deal_id INTEGER PRIMARY KEY CHECK (legacy_deal_id BETWEEN -2147483648 AND 2147483647),
	hubspot_deal_id INTEGER,
	legacy_dealname TEXT,
	hubspot_dealname TEXT,
	legacy_amount REAL,
	hubspot_amount REAL,
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
