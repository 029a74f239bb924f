-- v_code: whatever is to be classified, in the shape the rules test: the combinations of codes of this file, and the
-- probes of the rule set (with the negative of their position for an id).
CREATE VIEW v_code AS
SELECT
	id, type_norm, action_norm, status_norm, priority_norm, subject_norm,
	has_case, has_person, has_company, has_deal, has_note, has_email
FROM code_combination
UNION ALL
SELECT
	-position,
	lower(trim(ifnull(type, ''), char(9, 10, 11, 12, 13, 32, 160))),
	lower(trim(ifnull(action, ''), char(9, 10, 11, 12, 13, 32, 160))),
	lower(trim(ifnull(status, ''), char(9, 10, 11, 12, 13, 32, 160))),
	lower(trim(ifnull(priority, ''), char(9, 10, 11, 12, 13, 32, 160))),
	'',
	case_id IS NOT NULL, 0, 0, 0, 0, 0
FROM classification_probe;

-- v_classification: what each of them becomes: the first rule, by position, whose tests all hold. A row always comes
-- back. No rule holds: rule_position is NULL and the row is a note, derived and held.
--
-- load inserts a combination, reads WHERE id = ? here, and stores the answer with it. classify does the same for one
-- typed in. recognised is 0 when no rule holds, or only one that tests nothing: the codes fell through to the
-- default.
CREATE VIEW v_classification AS
SELECT
	k.id,
	r.position AS rule_position,
	coalesce(r.activity, 'notes') AS activity_type,
	k.has_case AND EXISTS (SELECT 1 FROM rule_value v
		WHERE v.target = 'is_task_eligible' AND v.source = k.priority_norm AND v.value = '1') AS is_task_eligible,
	r.direction,
	r.activity_status,
	CASE WHEN r.position IS NULL THEN 'hold' ELSE coalesce(r.decision, 'derive') END AS decision,
	CASE WHEN r.position IS NULL THEN 'no rule for these codes' ELSE r.reason END AS reason,
	coalesce(r.type, r.action, r.status, r.priority, r.case_id, r.person, r.company, r.deal, r.note, r.email, r.subject)
		IS NOT NULL AS recognised
FROM v_code k
LEFT JOIN classification_rule r ON r.position = (
	SELECT t.position FROM classification_rule t
	WHERE (t.type_norm IS NULL OR t.type_norm = k.type_norm)
		AND (t.action_norm IS NULL OR t.action_norm = k.action_norm)
		AND (t.status_norm IS NULL OR t.status_norm = k.status_norm)
		AND (t.priority_norm IS NULL OR t.priority_norm = k.priority_norm)
		AND (t.case_id IS NULL OR (t.case_id = 'yes') = k.has_case)
		AND (t.person IS NULL OR (t.person = 'yes') = k.has_person)
		AND (t.company IS NULL OR (t.company = 'yes') = k.has_company)
		AND (t.deal IS NULL OR (t.deal = 'yes') = k.has_deal)
		AND (t.note IS NULL OR (t.note = 'yes') = k.has_note)
		AND (t.email IS NULL OR (t.email = 'yes') = k.has_email)
		AND (t.subject_pattern IS NULL OR k.subject_norm GLOB t.subject_pattern)
	ORDER BY t.position LIMIT 1);
