-- hs_rule(...): the first rule, by position, whose tests all hold; no row when none does.
CREATE FUNCTION hs_rule(type text, action text, status text, priority text, has_case boolean, has_person boolean,
	has_company boolean, has_deal boolean, has_note boolean, has_email boolean, subject text)
RETURNS SETOF classification_rule LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
	SELECT r.*
	FROM hs_rules(hs_rule.type, hs_rule.action, hs_rule.status, hs_rule.priority, hs_rule.has_case, hs_rule.has_person,
		hs_rule.has_company, hs_rule.has_deal, hs_rule.has_note, hs_rule.has_email, hs_rule.subject) r
	ORDER BY r.position
	LIMIT 1;
END;
COMMENT ON FUNCTION hs_rule(text, text, text, text, boolean, boolean, boolean, boolean, boolean, boolean, text)
	IS 'The first classification rule whose tests all hold.';
