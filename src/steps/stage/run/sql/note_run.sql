INSERT INTO run (command, as_of, tool_version, rule_set, rule_set_sha256)
SELECT ?1, as_of, tool_version, rule_set, rule_set_sha256 FROM this_run;
