-- run: every command that changed this file, oldest first. Written by the program, never read by a rule.
CREATE TABLE run (
	id INTEGER PRIMARY KEY,
	command TEXT NOT NULL, -- the words of the command, without values of a personal nature
	as_of TEXT NOT NULL,
	tool_version TEXT NOT NULL,
	rule_set TEXT NOT NULL,
	rule_set_sha256 TEXT NOT NULL
) STRICT;
