-- rule_file: the rule set as it was read, file by file, so that a workspace carries the rules it was made with: later steps,
-- explain and diff need no directory that may have changed. Written by init.
CREATE TABLE rule_file (
	path TEXT PRIMARY KEY, -- within the set: classification.csv, payloads/calls.json ...
	bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;
