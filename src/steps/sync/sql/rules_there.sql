-- The rule set that is installed.
SELECT rule_set, rule_set_sha256, timezone, to_char(as_of, 'YYYY-MM-DD HH24:MI:SS') FROM this_run;
