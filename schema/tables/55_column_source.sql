-- column_source: where each column of the staging views comes from, in words, from the rule set's columns.csv: explain and
-- the documentation of the rules read it. No view reads it. activity '*' stands for all seven.
CREATE TABLE column_source (
	activity TEXT NOT NULL,
	column_name TEXT NOT NULL,
	source TEXT NOT NULL, -- the columns and settings it is made from; '-' for none
	rule TEXT NOT NULL, -- what is made of them
	is_personal INTEGER NOT NULL -- 1: a text that is shown only when asked for
		CONSTRAINT "is_personal is 1 or 0" CHECK (is_personal IN (0, 1)),
	PRIMARY KEY (activity, column_name)
) STRICT, WITHOUT ROWID;
