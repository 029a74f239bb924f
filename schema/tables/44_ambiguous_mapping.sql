-- ambiguous_mapping: every line of a reconciliation file that gives a legacy id a second HubSpot id, and the line
-- that gave the first. Written with the reconciliation tables, which then keep NULL for that legacy id: neither is
-- used.
CREATE TABLE ambiguous_mapping (
	entity TEXT NOT NULL
		CHECK (CASE entity WHEN 'contact' THEN 1 WHEN 'company' THEN 1 WHEN 'deal' THEN 1
			WHEN 'communication' THEN 1 ELSE 0 END),
	legacy_id INTEGER NOT NULL,
	hubspot_id INTEGER NOT NULL,
	input_id INTEGER NOT NULL,
	line INTEGER NOT NULL,
	UNIQUE (entity, legacy_id, input_id, line)
) STRICT;
