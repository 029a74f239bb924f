-- this_run: the facts of the run that built this file, in one row. The views read them here, as SQL has no
-- parameters. The program writes the row when it opens a run; the settings are those of the rule set's settings.json,
-- one column a setting, by the same name, unless the command line said otherwise. No column is ever NULL: a rule set
-- names them all.
CREATE TABLE this_run (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	as_of TEXT NOT NULL CHECK (length(as_of) = 19), -- the run's time, on the source's clock: is_overdue, created_at
	tool_version TEXT NOT NULL,
	rule_set TEXT NOT NULL, -- its name: plan, sage, or that of a directory
	rule_set_sha256 TEXT NOT NULL,

	-- settings
	timezone TEXT NOT NULL, -- IANA name of the source's clock
	key_property TEXT NOT NULL, -- HubSpot property that holds the communication id
	placeholder_from TEXT NOT NULL, -- sender of an e-mail whose row names none
	placeholder_to TEXT NOT NULL, -- recipient, likewise
	orphans TEXT NOT NULL
		CHECK (CASE orphans WHEN 'send' THEN 1 WHEN 'hold' THEN 1 WHEN 'skip' THEN 1 ELSE 0 END),
	quoted_empty TEXT NOT NULL CHECK (quoted_empty IN ('null', 'keep')), -- what "" in a CSV file is
	null_markers TEXT NOT NULL, -- words that are NULL in id and date columns, blanks between them
	zero_id_is_null INTEGER NOT NULL CHECK (zero_id_is_null IN (0, 1)),
	sentinel_date_is_null INTEGER NOT NULL CHECK (sentinel_date_is_null IN (0, 1)),
	sentinel_dates TEXT NOT NULL, -- the days that are sentinels, blanks between them
	max_record INTEGER NOT NULL CHECK (max_record > 0), -- bytes of one CSV record
	nul_bytes TEXT NOT NULL CHECK (nul_bytes IN ('reject', 'drop')), -- what becomes of a cell, or of the bytes in it
	private_use TEXT NOT NULL, -- 'F02D - F0A7 *': what stands in for private-use characters, in pairs; '': they stay
	email_column_holds TEXT NOT NULL -- what Comm_Email_Clean is: at most 500 characters of address, or a body of any length
		CHECK (email_column_holds IN ('address', 'body')),
	task_due TEXT NOT NULL -- the column with a task's due date; the other one has its start
		CHECK (task_due IN ('comm_datetime', 'comm_todatetime')),

	-- thresholds of v_gate, in percent
	min_resolution_pct REAL NOT NULL CHECK (min_resolution_pct BETWEEN 0 AND 100),
	max_orphan_pct REAL NOT NULL CHECK (max_orphan_pct BETWEEN 0 AND 100),
	max_type_share_pct REAL NOT NULL CHECK (max_type_share_pct BETWEEN 0 AND 100),
	min_required_pct REAL NOT NULL CHECK (min_required_pct BETWEEN 0 AND 100),
	min_push_success_pct REAL NOT NULL CHECK (min_push_success_pct BETWEEN 0 AND 100)
) STRICT;
