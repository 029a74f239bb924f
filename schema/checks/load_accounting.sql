-- gate: load_accounting
-- The sum that does not come out.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'load_accounting' AND NOT passed)
SELECT i.read, i.loaded, i.merged, i.replaced, i.rejected,
	i.read - i.loaded - i.merged - i.replaced - i.rejected AS lost
FROM failed CROSS JOIN (
	SELECT
		(SELECT total(rows_read) FROM input WHERE kind = 'communications') AS read,
		(SELECT count(*) FROM ic_communication_master) AS loaded,
		(SELECT count(*) FROM communication_link) AS merged,
		(SELECT count(*) FROM replaced_row) AS replaced,
		(SELECT count(*) FROM reject r JOIN input f ON f.id = r.input_id WHERE f.kind = 'communications') AS rejected
) i
LIMIT 20;
