-- What the rules of classification look at, in the order of the columns of code_combination: nothing else tells an activity type.
SELECT
	count(type) > 0, count(action) > 0, count(status) > 0, count(priority) > 0, count(case_id) > 0, count(person) > 0,
	count(company) > 0, count(deal) > 0, count(note) > 0, count(email) > 0, count(subject) > 0
FROM classification_rule;
