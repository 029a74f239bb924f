-- hs_rules(...): the rules whose tests all hold, in no order. It reads classification_rule, so it is made after the
-- tables. The row of OFFSET 0 keeps the codes from being normalised anew for every rule.
CREATE FUNCTION hs_rules(type text, action text, status text, priority text, has_case boolean, has_person boolean,
	has_company boolean, has_deal boolean, has_note boolean, has_email boolean, subject text)
RETURNS SETOF classification_rule LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
	SELECT r.*
	FROM (SELECT hs_norm(hs_rules.type) AS type, hs_norm(hs_rules.action) AS action, hs_norm(hs_rules.status) AS status,
		hs_norm(hs_rules.priority) AS priority OFFSET 0) k
	JOIN classification_rule r
		ON (r.type_norm IS NULL OR r.type_norm = k.type)
		AND (r.action_norm IS NULL OR r.action_norm = k.action)
		AND (r.status_norm IS NULL OR r.status_norm = k.status)
		AND (r.priority_norm IS NULL OR r.priority_norm = k.priority)
		AND (r.case_id IS NULL OR (r.case_id = 'yes') = hs_rules.has_case)
		AND (r.person IS NULL OR (r.person = 'yes') = hs_rules.has_person)
		AND (r.company IS NULL OR (r.company = 'yes') = hs_rules.has_company)
		AND (r.deal IS NULL OR (r.deal = 'yes') = hs_rules.has_deal)
		AND (r.note IS NULL OR (r.note = 'yes') = hs_rules.has_note)
		AND (r.email IS NULL OR (r.email = 'yes') = hs_rules.has_email)
		AND (r.subject_regex IS NULL OR hs_norm(hs_rules.subject) ~ r.subject_regex);
END;
COMMENT ON FUNCTION hs_rules(text, text, text, text, boolean, boolean, boolean, boolean, boolean, boolean, text)
	IS 'The classification rules whose tests all hold.';
