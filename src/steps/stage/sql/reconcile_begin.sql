-- Where each pair stands, while the files are read.
CREATE TEMP TABLE reconciliation_line (
	entity TEXT NOT NULL, legacy_id INTEGER NOT NULL, hubspot_id INTEGER, input_id INTEGER NOT NULL, line INTEGER NOT NULL);
