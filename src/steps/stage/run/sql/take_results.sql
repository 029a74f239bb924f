SELECT run_id, result FROM run_result ORDER BY run_id;
