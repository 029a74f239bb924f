INSERT INTO sync_run (run_id, attempt, mode, lineage, tool_version, applied_at, counts)
VALUES ($1, $2, $3, $4, $5, $6::timestamp, $7::jsonb);
