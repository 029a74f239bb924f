-- this_run: the facts that the views read, in one row: the as-of time, the rule set, and its settings, one column a
-- setting. Written by `hubstage-sync deploy`. What concerns the reading of CSV files is kept for the record.
CREATE TABLE this_run (
	id integer PRIMARY KEY CHECK (id = 1),
	as_of timestamp NOT NULL,
	tool_version text NOT NULL,
	rule_set text NOT NULL,
	rule_set_sha256 text NOT NULL,
	timezone text NOT NULL,
	key_property text NOT NULL,
	placeholder_from text NOT NULL,
	placeholder_to text NOT NULL,
	orphans text NOT NULL CHECK (orphans IN ('send', 'hold', 'skip')),
	settings jsonb NOT NULL
);
COMMENT ON TABLE this_run IS 'The facts that the views read, in one row.';
COMMENT ON COLUMN this_run.as_of IS 'What is_overdue compares with, on the source''s clock.';
COMMENT ON COLUMN this_run.timezone IS 'IANA name of the source''s clock: payloads are in UTC.';
COMMENT ON COLUMN this_run.orphans IS 'What is done with the communications of v_on_no_record: send, hold or skip.';
COMMENT ON COLUMN this_run.settings IS 'All settings of the rule set.';
