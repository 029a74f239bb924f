-- $1 as-of, $2 version, $3 rule set, $4 its SHA-256, $5 the settings as JSON.
INSERT INTO this_run (id, as_of, tool_version, rule_set, rule_set_sha256, timezone, key_property, placeholder_from,
	placeholder_to, orphans, settings)
SELECT 1, $1::timestamp, $2, $3, $4, s ->> 'timezone', s ->> 'key_property', s ->> 'placeholder_from',
	s ->> 'placeholder_to', s ->> 'orphans', s
FROM (SELECT $5::jsonb AS s) settings;
