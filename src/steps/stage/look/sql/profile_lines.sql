-- One line per type, action and status as they stand there, and per priority where that makes a difference to the rules.
WITH code AS (
	SELECT p.*, k.rule_position, k.activity_type, k.decision, k.reason
	FROM profile_code p JOIN code_combination k ON k.id = p.code_combination_id
),
differs AS (
	SELECT comm_type, comm_action, comm_status
	FROM code
	GROUP BY comm_type, comm_action, comm_status
	HAVING count(DISTINCT comm_priority) + (count(*) > count(comm_priority)) > 1
		AND count(DISTINCT ifnull(rule_position, 0) || ' ' || ifnull(other_rule, 0)) > 1
)
SELECT
	c.comm_type AS type,
	c.comm_action AS action,
	c.comm_status AS status,
	CASE WHEN d.rowid IS NOT NULL THEN c.comm_priority END AS priority,
	count(*) AS rows,
	count(DISTINCT r.id) AS ids,
	min(r.year) AS first_year,
	max(r.year) AS last_year,
	sum(r.has_person) AS with_person,
	sum(r.has_company) AS with_company,
	sum(r.has_deal) AS with_deal,
	sum(r.has_case) AS with_case,
	sum(r.no_note) AS empty_note,
	sum(r.ends_early) AS end_before_start,
	c.activity_type AS activity,
	c.rule_position AS rule,
	c.decision AS decision,
	c.reason AS reason,
	c.other_activity AS other_activity,
	c.other_rule AS other_rule,
	c.other_decision AS other_decision,
	d.rowid IS NOT NULL AS priority_matters
FROM profile_row r
JOIN code c ON c.id = r.code
LEFT JOIN (SELECT 1 AS rowid, * FROM differs) d
	ON d.comm_type IS c.comm_type AND d.comm_action IS c.comm_action AND d.comm_status IS c.comm_status
GROUP BY c.comm_type, c.comm_action, c.comm_status, CASE WHEN d.rowid IS NOT NULL THEN c.comm_priority END,
	c.rule_position, c.other_rule
ORDER BY count(*) DESC, c.comm_type, c.comm_action, c.comm_status, 4, c.rule_position, c.other_rule;
