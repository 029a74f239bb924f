SELECT type,
	sum(state = 'planned'), sum(state IN ('created', 'updated')), sum(state = 'updated'), sum(state = 'rejected'),
	sum(state IN ('unknown', 'sending')), sum(state = 'archived'), sum(links = 'missing'),
	sum(state = 'created' AND NOT is_ours), count(*)
FROM record
WHERE ?1 = 0 OR bundle_id = ?1
GROUP BY type
