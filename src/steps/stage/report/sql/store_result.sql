-- ?1 is the result of the run that built this file.
INSERT OR REPLACE INTO run_result (run_id, result) SELECT max(id), ?1 FROM run HAVING max(id) IS NOT NULL;
