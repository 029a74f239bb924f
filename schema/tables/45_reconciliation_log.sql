-- reconciliation_log: what reconciling could not settle, in the deployed table's shape. resolve writes operation
-- FK_RESOLUTION: one row for each legacy id that did not resolve, status 'unresolved', the reason and the number of
-- rows in error_message. Rows of other operations are not ours and stay.
CREATE TABLE reconciliation_log (
	id INTEGER PRIMARY KEY,
	operation TEXT NOT NULL,
	entity_type TEXT NOT NULL, -- contact, company or deal
	legacy_id INTEGER,
	hubspot_id INTEGER, -- NULL: there is none
	status TEXT,
	error_message TEXT,
	execution_time_ms INTEGER, -- stays NULL: two runs of the same inputs are to be the same bytes
	timestamp TEXT DEFAULT CURRENT_TIMESTAMP -- the program writes this_run.as_of
) STRICT;
