SELECT 1 FROM pragma_table_info('this_run') WHERE name = ?1 AND cid > (SELECT cid FROM pragma_table_info('this_run')
	WHERE name = 'rule_set_sha256');
