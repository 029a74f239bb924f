-- What the rules and filters look at: only that needs to tell combinations apart. In the order of the columns of code_combination.
SELECT
	count(type) > 0,
	count(action) > 0 OR EXISTS (SELECT 1 FROM filter_rule WHERE filter = 'unknown_action'),
	count(status) > 0 OR EXISTS (SELECT 1 FROM filter_rule WHERE filter = 'unknown_status'),
	count(priority) > 0 OR EXISTS (SELECT 1 FROM rule_value WHERE target = 'is_task_eligible')
		OR EXISTS (SELECT 1 FROM filter_rule WHERE filter = 'unknown_priority'),
	count(case_id) > 0 OR EXISTS (SELECT 1 FROM rule_value WHERE target = 'is_task_eligible'),
	count(person) > 0, count(company) > 0, count(deal) > 0, count(note) > 0, count(email) > 0, count(subject) > 0
FROM classification_rule;
