-- filter_rule: what is told apart by more than a combination of codes, a row a line of the rule set's filters.csv. Of
-- several that hit a row the first wins, by position; 'flag' counts for itself.
CREATE TABLE filter_rule (
	position integer PRIMARY KEY,
	filter text NOT NULL,
	activity text NOT NULL,
	decision text NOT NULL CHECK (decision IN ('flag', 'hold', 'skip')),
	parameter text,
	reason text NOT NULL,
	code text GENERATED ALWAYS AS (CASE filter WHEN 'from_date' THEN 'BEFORE_FROM_DATE' ELSE upper(filter) END) STORED
);
COMMENT ON TABLE filter_rule IS 'Which rows are flagged, held or skipped by more than their codes.';
