-- The last push that was applied.
SELECT run_id, mode, to_char(applied_at, 'YYYY-MM-DD HH24:MI:SS.US') FROM sync_run ORDER BY id DESC LIMIT 1;
