-- filter_rule: what is told apart by more than a combination of codes, from the rule set's filters.csv, a row a line; none
-- when the set has no such file. Of several that hit a row the first wins, by position; 'flag' counts for itself.
CREATE TABLE filter_rule (
	position INTEGER PRIMARY KEY, -- 1 is the first
	filter TEXT NOT NULL
		CONSTRAINT "filter is from_date, mass_mail, reply, orphan, exempt, private, deleted, unknown_action, unknown_status, unknown_priority or unknown_owner"
		CHECK (CASE filter WHEN 'from_date' THEN 1 WHEN 'mass_mail' THEN 1 WHEN 'reply' THEN 1 WHEN 'orphan' THEN 1
			WHEN 'exempt' THEN 1 WHEN 'private' THEN 1 WHEN 'deleted' THEN 1 WHEN 'unknown_action' THEN 1 WHEN 'unknown_status' THEN 1
			WHEN 'unknown_priority' THEN 1 WHEN 'unknown_owner' THEN 1 ELSE 0 END),
	activity TEXT NOT NULL DEFAULT '*' -- '*': every type
		CONSTRAINT "activity is one of the seven types or *"
		CHECK (CASE activity WHEN 'calls' THEN 1 WHEN 'emails' THEN 1 WHEN 'meetings' THEN 1 WHEN 'notes' THEN 1
			WHEN 'tasks' THEN 1 WHEN 'communications' THEN 1 WHEN 'postal_mail' THEN 1 WHEN '*' THEN 1 ELSE 0 END),
	decision TEXT NOT NULL CONSTRAINT "decision is flag, hold or skip" CHECK (decision IN ('flag', 'hold', 'skip')),
	parameter TEXT
		CONSTRAINT "parameter: from_date needs a date, mass_mail a number, reply its prefixes, the others none"
		CHECK (CASE filter WHEN 'from_date' THEN parameter GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'
			WHEN 'mass_mail' THEN parameter GLOB '[1-9]*' AND parameter NOT GLOB '*[^0-9]*'
			WHEN 'reply' THEN trim(parameter) <> ''
			ELSE parameter IS NULL END IS TRUE),
	reason TEXT NOT NULL -- in words, for the findings
) STRICT;

-- exemption: what the filter `exempt` hits, from the rule set's exempt.csv: communications, and all that hang on a person
-- or company, by their legacy ids.
CREATE TABLE exemption (
	entity TEXT NOT NULL CONSTRAINT "entity is communication, person or company"
		CHECK (entity IN ('communication', 'person', 'company')),
	legacy_id INTEGER NOT NULL,
	PRIMARY KEY (entity, legacy_id)
) STRICT, WITHOUT ROWID;

-- filter_hit: which filters hit which communication; filtered_row: the first of them that holds or skips it. Written by
-- derive (schema/steps/filter.sql); v_disposition reads filtered_row, explain both.
CREATE TABLE filter_hit (
	comm_communicationid INTEGER NOT NULL,
	position INTEGER NOT NULL, -- of the filter_rule
	PRIMARY KEY (comm_communicationid, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE filtered_row (
	comm_communicationid INTEGER PRIMARY KEY,
	position INTEGER NOT NULL,
	decision TEXT NOT NULL CHECK (decision IN ('hold', 'skip')),
	code TEXT NOT NULL,
	reason TEXT NOT NULL
) STRICT;
