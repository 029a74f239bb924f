-- run_result: what came out of each run, as its report has it (docs/report.md), so that the next report can say what changed. Written
-- by report, a row a run; taken over from the database before by the next run, as `run` is.
CREATE TABLE run_result (
	run_id INTEGER PRIMARY KEY, -- run.id
	result TEXT NOT NULL -- JSON: as_of, tool_version, rules, inputs, accounting, activities, gates
) STRICT;
