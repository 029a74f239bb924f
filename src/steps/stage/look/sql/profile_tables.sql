-- profile's own tables, in its temporary database. profile_code: each combination of codes as it stands in the files, with
-- what both rule sets make of it; profile_row: a row a record.
CREATE TABLE profile_code (
	id INTEGER PRIMARY KEY,
	key BLOB NOT NULL UNIQUE, -- tells NULL from an empty text
	comm_type TEXT,
	comm_action TEXT,
	comm_status TEXT,
	comm_priority TEXT,
	code_combination_id INTEGER NOT NULL,
	other_rule INTEGER,
	other_activity TEXT,
	other_decision TEXT
) STRICT;

CREATE TABLE profile_row (
	file INTEGER NOT NULL,
	line INTEGER NOT NULL,
	code INTEGER NOT NULL,
	id INTEGER, -- NULL, as core, when loading would reject the row
	core INTEGER, -- stands for all columns but those of person and company
	year INTEGER,
	has_person INTEGER NOT NULL,
	has_company INTEGER NOT NULL,
	has_deal INTEGER NOT NULL,
	has_case INTEGER NOT NULL,
	no_note INTEGER NOT NULL,
	ends_early INTEGER NOT NULL -- before it starts
) STRICT;
