-- companies_reconciliation: which HubSpot company a legacy company is; made as contacts_reconciliation is.
CREATE TABLE companies_reconciliation (
	id INTEGER,
	legacy_company_id INTEGER PRIMARY KEY CHECK (legacy_company_id BETWEEN -2147483648 AND 2147483647),
	hubspot_company_id INTEGER,
	legacy_name TEXT,
	hubspot_name TEXT,
	legacy_domain TEXT,
	hubspot_domain TEXT,
	legacy_properties TEXT,
	properties_to_update TEXT,
	reconciliation_status TEXT,
	match_confidence REAL,
	notes TEXT,
	created_at TEXT,
	last_updated TEXT
) STRICT;
