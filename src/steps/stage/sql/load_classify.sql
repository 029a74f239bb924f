-- Classifies a combination.
UPDATE code_combination
SET (rule_position, activity_type, is_task_eligible, direction, activity_status, decision, reason) = (
	SELECT v.rule_position, v.activity_type, v.is_task_eligible, v.direction, v.activity_status, v.decision, v.reason
	FROM v_classification v WHERE v.id = ?1)
WHERE id = ?1
RETURNING id, activity_type, is_task_eligible;
