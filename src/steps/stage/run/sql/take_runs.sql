SELECT id, command, as_of, tool_version, rule_set, rule_set_sha256 FROM run ORDER BY id;
