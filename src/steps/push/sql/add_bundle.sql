INSERT INTO bundle (sha256, as_of, timezone, key_property, rule_set, rule_set_sha256, tool_version, record_count, first_seen)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
ON CONFLICT (sha256) DO NOTHING
