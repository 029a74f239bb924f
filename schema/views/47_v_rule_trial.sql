-- v_rule_trial: each combination of codes (or probe) against each rule: 'fires', 'later' (its tests hold too, but an earlier rule
-- fires) or 'no', with the tests that do not hold, in words. explain reads it for one combination; the first of these that holds
-- is what v_classification finds.
CREATE VIEW v_rule_trial AS
SELECT
	id, position,
	CASE WHEN why <> '' THEN 'no' WHEN position = first THEN 'fires' ELSE 'later' END AS outcome,
	CASE WHEN why <> '' THEN substr(why, 3)
		WHEN position > first THEN 'its tests hold too, but rule ' || first || ' comes first' END AS why
FROM (
	SELECT id, position, why, min(position) FILTER (WHERE why = '') OVER (PARTITION BY id) AS first
	FROM (
		SELECT k.id, r.position,
			iif(r.type_norm <> k.type_norm, ', type is not ' || r.type, '')
			|| iif(r.action_norm <> k.action_norm, ', action is not ' || r.action, '')
			|| iif(r.status_norm <> k.status_norm, ', status is not ' || r.status, '')
			|| iif(r.priority_norm <> k.priority_norm, ', priority is not ' || r.priority, '')
			|| iif((r.case_id = 'yes') <> k.has_case, iif(k.has_case, ', it has a case', ', it has no case'), '')
			|| iif((r.person = 'yes') <> k.has_person, iif(k.has_person, ', it has a person', ', it has no person'), '')
			|| iif((r.company = 'yes') <> k.has_company, iif(k.has_company, ', it has a company', ', it has no company'), '')
			|| iif((r.deal = 'yes') <> k.has_deal, iif(k.has_deal, ', it has a deal', ', it has no deal'), '')
			|| iif((r.note = 'yes') <> k.has_note, iif(k.has_note, ', it has a note', ', it has no note'), '')
			|| iif((r.email = 'yes') <> k.has_email, iif(k.has_email, ', Comm_Email is filled', ', Comm_Email is empty'), '')
			|| iif(NOT k.subject_norm GLOB r.subject_pattern, ', the subject is not like ' || r.subject, '') AS why
		FROM v_code k CROSS JOIN classification_rule r));
