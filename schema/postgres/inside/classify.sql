-- classify.sql: every communication's activity type and eligibility as a task, by the rules that are installed; for
-- rows that were loaded without hubstage. Only rows that change are written. Run as resolve.sql.
UPDATE ic_communication_master t
SET derived_activity_type = n.activity, is_task_eligible = n.eligible, last_updated = localtimestamp
FROM (
	SELECT m.id, coalesce(c.activity, 'notes') AS activity,
		m.comm_caseid IS NOT NULL AND EXISTS (SELECT 1 FROM rule_value v
			WHERE v.target = 'is_task_eligible' AND v.source = hs_norm(m.comm_priority) AND v.value = '1') AS eligible
	FROM ic_communication_master m
	LEFT JOIN LATERAL hs_rule(m.comm_type, m.comm_action, m.comm_status, m.comm_priority, m.comm_caseid IS NOT NULL,
		m.person_id IS NOT NULL, m.company_id IS NOT NULL, m.comm_opportunityid IS NOT NULL, m.comm_note IS NOT NULL,
		m.comm_email_clean IS NOT NULL, m.comm_subject) c ON true
) n
WHERE n.id = t.id AND ROW(t.derived_activity_type, t.is_task_eligible) IS DISTINCT FROM ROW(n.activity, n.eligible);
