INSERT INTO run (id, command, as_of, tool_version, rule_set, rule_set_sha256) VALUES (?1, ?2, ?3, ?4, ?5, ?6);
