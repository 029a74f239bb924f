-- classification_rule: which activity a combination of codes becomes, a row a line of the rule set's
-- classification.csv; the first that matches wins, by position. NULL in a test column: not tested; '(empty)' asks for
-- an empty text. The generated columns are what a row is compared with.
CREATE TABLE classification_rule (
	position integer PRIMARY KEY,
	type text,
	action text,
	status text,
	priority text,
	case_id text,
	person text,
	company text,
	deal text,
	note text,
	email text,
	subject text,
	activity text,
	direction text,
	activity_status text,
	decision text,
	reason text,
	type_norm text GENERATED ALWAYS AS (CASE type WHEN '(empty)' THEN '' ELSE hs_norm_or_null(type) END) STORED,
	action_norm text GENERATED ALWAYS AS (CASE action WHEN '(empty)' THEN '' ELSE hs_norm_or_null(action) END) STORED,
	status_norm text GENERATED ALWAYS AS (CASE status WHEN '(empty)' THEN '' ELSE hs_norm_or_null(status) END) STORED,
	priority_norm text
		GENERATED ALWAYS AS (CASE priority WHEN '(empty)' THEN '' ELSE hs_norm_or_null(priority) END) STORED,
	subject_regex text
		GENERATED ALWAYS AS (CASE subject WHEN '(empty)' THEN '^$' ELSE hs_glob(lower(subject COLLATE "C")) END) STORED
);
COMMENT ON TABLE classification_rule IS 'Which activity a combination of codes becomes; the first that matches wins.';
