-- What the rules look at beside the four codes: only that needs to tell combinations apart.
SELECT
	count(case_id) > 0 OR EXISTS (SELECT 1 FROM rule_value WHERE target = 'is_task_eligible'),
	count(person) > 0, count(company) > 0, count(deal) > 0, count(note) > 0, count(email) > 0, count(subject) > 0
FROM classification_rule;
