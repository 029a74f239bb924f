-- The order of the two dates, action by action. It reads the master once more, so it is measured only where a rule set reads
-- the dates of tasks as Sage has them; NULL otherwise. profile tells it of any file.
INSERT OR REPLACE INTO measurement
SELECT 'load_date_order', CASE WHEN task_due = 'comm_datetime' THEN (
	SELECT count(*) FROM v_date_order WHERE backwards_pct > 50) END
FROM this_run;
