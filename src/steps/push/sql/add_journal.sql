INSERT INTO journal (id, made_at, tool_version) VALUES (1, ?1, ?2)
