-- rule_value: the synonyms and value lists of the rule set, from its values.csv. A view looks up (target, norm(text))
-- and takes the row (target, '*') when there is none: the default. A payload template's map looks up here too.
CREATE TABLE rule_value (
	target TEXT NOT NULL, -- what is looked up: call_direction, hs_meeting_outcome ...
	source TEXT NOT NULL -- a normalised text, '' for the empty one, '*' for any other
		CONSTRAINT "source is in lower case, without white space around it"
		CHECK (source = lower(trim(source, char(9, 10, 11, 12, 13, 32, 160)))),
	value TEXT NOT NULL,
	PRIMARY KEY (target, source)
) STRICT, WITHOUT ROWID;
