-- contacts_reconciliation: which HubSpot contact a legacy person is, as exported from PostgreSQL. Read from its CSV
-- before resolve. The legacy id is the key, so that resolving is one look-up; the other columns are kept when the
-- file has them, `id` being PostgreSQL's. hubspot_contact_id NULL: the person has no contact, or two
-- (ambiguous_mapping), and is not resolved.
CREATE TABLE contacts_reconciliation (
	id INTEGER,
	legacy_contact_id INTEGER PRIMARY KEY CHECK (legacy_contact_id BETWEEN -2147483648 AND 2147483647),
	hubspot_contact_id INTEGER,
	legacy_email TEXT,
	hubspot_email TEXT,
	legacy_firstname TEXT,
	legacy_lastname TEXT,
	hubspot_firstname TEXT,
	hubspot_lastname TEXT,
	legacy_company_id INTEGER,
	hubspot_company_id INTEGER,
	legacy_properties TEXT,
	properties_to_update TEXT,
	reconciliation_status TEXT,
	match_confidence REAL,
	notes TEXT,
	created_at TEXT,
	last_updated TEXT
) STRICT;
