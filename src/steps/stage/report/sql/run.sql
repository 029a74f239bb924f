SELECT r.as_of, r.timezone, r.tool_version,
	(SELECT user_version FROM pragma_user_version) AS schema_version,
	r.rule_set, r.rule_set_sha256
FROM this_run r;
