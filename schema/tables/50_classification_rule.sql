-- classification_rule: which activity a combination of codes becomes. From the rule set's classification.csv, a row a
-- line; the first that matches wins, by position. NULL in a test column: not tested. Text tests compare normalised
-- texts (the two columns below); '(empty)' asks for an empty one. The constraints' names are what an analyst reads
-- when a rule breaks them.
CREATE TABLE classification_rule (
	position INTEGER PRIMARY KEY, -- 1 is the first

	-- tests: all of them must hold
	type TEXT,
	action TEXT,
	status TEXT,
	priority TEXT,
	case_id TEXT CONSTRAINT "case_id is yes, no or empty" CHECK (case_id IN ('yes', 'no')),
	person TEXT CONSTRAINT "person is yes, no or empty" CHECK (person IN ('yes', 'no')),
	company TEXT CONSTRAINT "company is yes, no or empty" CHECK (company IN ('yes', 'no')),
	deal TEXT CONSTRAINT "deal is yes, no or empty" CHECK (deal IN ('yes', 'no')),
	note TEXT CONSTRAINT "note is yes, no or empty" CHECK (note IN ('yes', 'no')),
	email TEXT CONSTRAINT "email is yes, no or empty" CHECK (email IN ('yes', 'no')),
	subject TEXT, -- a GLOB pattern over the normalised subject

	-- what follows
	activity TEXT CONSTRAINT "activity is one of the seven types" -- NULL: notes
		CHECK (CASE activity WHEN 'calls' THEN 1 WHEN 'emails' THEN 1 WHEN 'meetings' THEN 1 WHEN 'notes' THEN 1
			WHEN 'tasks' THEN 1 WHEN 'communications' THEN 1 WHEN 'postal_mail' THEN 1 ELSE activity IS NULL END),
	direction TEXT -- NULL: by the action's synonyms
		CONSTRAINT "direction is INBOUND or OUTBOUND for calls, INCOMING or OUTGOING for emails, else empty"
		CHECK (CASE activity || ' ' || direction WHEN 'calls INBOUND' THEN 1 WHEN 'calls OUTBOUND' THEN 1
			WHEN 'emails INCOMING' THEN 1 WHEN 'emails OUTGOING' THEN 1 ELSE direction IS NULL END),
	activity_status TEXT -- NULL: by the status's synonyms
		CONSTRAINT "activity_status is a status of the activity's own table"
		CHECK (activity_status IS NULL OR coalesce(CASE activity
			WHEN 'calls' THEN activity_status IN ('BUSY', 'CANCELED', 'COMPLETED', 'CONNECTING', 'FAILED',
				'IN_PROGRESS', 'MISSED', 'NO_ANSWER', 'QUEUED', 'RINGING')
			WHEN 'emails' THEN activity_status IN ('BOUNCED', 'FAILED', 'SCHEDULED', 'SENDING', 'SENT')
			WHEN 'meetings' THEN activity_status IN ('SCHEDULED', 'COMPLETED', 'CANCELLED', 'NO_SHOW',
				'RESCHEDULED')
			WHEN 'tasks' THEN activity_status IN ('NOT_STARTED', 'COMPLETED', 'IN_PROGRESS', 'WAITING',
				'DEFERRED')
			ELSE 0 END, 0)),
	decision TEXT CONSTRAINT "decision is derive, hold, skip or empty" -- NULL: derive
		CHECK (CASE decision WHEN 'derive' THEN 1 WHEN 'hold' THEN 1 WHEN 'skip' THEN 1 ELSE decision IS NULL END),
	reason TEXT, -- in words, for explain and the report

	type_norm TEXT GENERATED ALWAYS AS
		(CASE type WHEN '(empty)' THEN '' ELSE lower(trim(type, char(9, 10, 11, 12, 13, 32, 160))) END) STORED,
	action_norm TEXT GENERATED ALWAYS AS
		(CASE action WHEN '(empty)' THEN '' ELSE lower(trim(action, char(9, 10, 11, 12, 13, 32, 160))) END) STORED,
	status_norm TEXT GENERATED ALWAYS AS
		(CASE status WHEN '(empty)' THEN '' ELSE lower(trim(status, char(9, 10, 11, 12, 13, 32, 160))) END) STORED,
	priority_norm TEXT GENERATED ALWAYS AS
		(CASE priority WHEN '(empty)' THEN '' ELSE lower(trim(priority, char(9, 10, 11, 12, 13, 32, 160))) END)
		STORED,
	subject_pattern TEXT GENERATED ALWAYS AS (CASE subject WHEN '(empty)' THEN '' ELSE lower(subject) END) STORED
) STRICT;

-- classification_probe: what the rule set promises to make of some codes, from its probes.csv. v_classification
-- answers them beside the file's own combinations (with the negative of the position for an id), and a gate of the
-- set-up compares.
CREATE TABLE classification_probe (
	position INTEGER PRIMARY KEY CHECK (position > 0),
	type TEXT NOT NULL,
	action TEXT,
	status TEXT,
	priority TEXT,
	case_id INTEGER,
	activity TEXT NOT NULL -- what is expected
) STRICT;
