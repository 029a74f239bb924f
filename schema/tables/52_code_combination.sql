-- code_combination: each distinct combination of codes among the rows of the file, with the result of classifying it.
-- load inserts one when it first meets it, reads its result from v_classification and stores it here: so a rule is
-- applied once a combination, and the result stays to be looked at. The codes are as they stand in the source; NULL:
-- the column is empty.
CREATE TABLE code_combination (
	id INTEGER PRIMARY KEY CHECK (id > 0),
	comm_type TEXT,
	comm_action TEXT,
	comm_status TEXT,
	comm_priority TEXT,
	has_case INTEGER NOT NULL DEFAULT 0 CHECK (has_case IN (0, 1)), -- comm_caseid is not NULL; and so the others
	has_person INTEGER NOT NULL DEFAULT 0 CHECK (has_person IN (0, 1)),
	has_company INTEGER NOT NULL DEFAULT 0 CHECK (has_company IN (0, 1)),
	has_deal INTEGER NOT NULL DEFAULT 0 CHECK (has_deal IN (0, 1)),
	has_note INTEGER NOT NULL DEFAULT 0 CHECK (has_note IN (0, 1)),
	has_email INTEGER NOT NULL DEFAULT 0 CHECK (has_email IN (0, 1)),
	subject TEXT, -- NULL unless the rule set tests subjects

	-- the result: NULL until classified; rule_position stays NULL when no rule matches
	rule_position INTEGER,
	activity_type TEXT,
	is_task_eligible INTEGER CHECK (is_task_eligible IN (0, 1)),
	direction TEXT, -- NULL: the rule leaves it to the synonyms; and so activity_status
	activity_status TEXT,
	decision TEXT
		CHECK (CASE decision WHEN 'derive' THEN 1 WHEN 'hold' THEN 1 WHEN 'skip' THEN 1 ELSE decision IS NULL END),
	reason TEXT,

	type_norm TEXT GENERATED ALWAYS AS
		(lower(trim(ifnull(comm_type, ''), char(9, 10, 11, 12, 13, 32, 160)))) STORED,
	action_norm TEXT GENERATED ALWAYS AS
		(lower(trim(ifnull(comm_action, ''), char(9, 10, 11, 12, 13, 32, 160)))) STORED,
	status_norm TEXT GENERATED ALWAYS AS
		(lower(trim(ifnull(comm_status, ''), char(9, 10, 11, 12, 13, 32, 160)))) STORED,
	priority_norm TEXT GENERATED ALWAYS AS
		(lower(trim(ifnull(comm_priority, ''), char(9, 10, 11, 12, 13, 32, 160)))) STORED,
	subject_norm TEXT GENERATED ALWAYS AS
		(lower(trim(ifnull(subject, ''), char(9, 10, 11, 12, 13, 32, 160)))) STORED,

	-- tells NULL from '', where a UNIQUE over the columns would take two NULLs for different
	codes TEXT NOT NULL UNIQUE GENERATED ALWAYS AS
		(iif(comm_type IS NULL, '', '.' || hex(comm_type)) || ' ' || iif(comm_action IS NULL, '', '.' || hex(comm_action))
		|| ' ' || iif(comm_status IS NULL, '', '.' || hex(comm_status))
		|| ' ' || iif(comm_priority IS NULL, '', '.' || hex(comm_priority))
		|| ' ' || has_case || has_person || has_company || has_deal || has_note || has_email
		|| ' ' || iif(subject IS NULL, '', '.' || hex(subject))) VIRTUAL
) STRICT;
