-- What the two workspaces were made with.
SELECT 'old' AS side, rule_set, rule_set_sha256, tool_version, as_of, timezone,
	(SELECT count(*) FROM old.ic_communication_master) AS rows FROM old.this_run
UNION ALL
SELECT 'new', rule_set, rule_set_sha256, tool_version, as_of, timezone,
	(SELECT count(*) FROM main.ic_communication_master) FROM main.this_run;
