-- The last earlier result that is not ?1.
SELECT result FROM run_result WHERE run_id < (SELECT max(id) FROM run) AND result <> ?1 ORDER BY run_id DESC LIMIT 1;
