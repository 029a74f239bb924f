-- v_date_order: for each action and what it became, how many rows have both dates and how many of them end before they start,
-- as the rule set reads the two columns: for a task the setting task_due says which is the due date. Most rows of an action
-- the wrong way round mean that its columns are read the wrong way. One pass over the master.
CREATE VIEW v_date_order AS
SELECT
	c.action_norm AS comm_action, c.activity_type,
	count(m.comm_todatetime) AS row_count,
	count(*) FILTER (WHERE CASE WHEN c.activity_type = 'tasks' AND r.task_due = 'comm_datetime'
		THEN m.comm_datetime < m.comm_todatetime ELSE m.comm_todatetime < m.comm_datetime END) AS backwards_count,
	100.0 * count(*) FILTER (WHERE CASE WHEN c.activity_type = 'tasks' AND r.task_due = 'comm_datetime'
		THEN m.comm_datetime < m.comm_todatetime ELSE m.comm_todatetime < m.comm_datetime END)
		/ nullif(count(m.comm_todatetime), 0) AS backwards_pct
FROM this_run r
CROSS JOIN row_origin o
JOIN code_combination c ON c.id = o.code_combination_id
JOIN ic_communication_master m ON m.id = o.comm_communicationid
GROUP BY c.action_norm, c.activity_type;
