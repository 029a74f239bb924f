-- The text of CREATE FUNCTION classify_activity_type(): the rules that look at nothing but the type, the priority
-- and whether there is a case, as constants, so that it is truly IMMUTABLE; anything else counts as empty.
-- Neighbouring rules that differ in the type only become one list.
WITH rule AS (
	SELECT position, type_norm, priority_norm, case_id, coalesce(activity, 'notes') AS activity
	FROM classification_rule
	WHERE coalesce(action_norm, '') = '' AND coalesce(status_norm, '') = ''
		AND 'yes' NOT IN (coalesce(person, ''), coalesce(company, ''), coalesce(deal, ''), coalesce(note, ''), coalesce(email, ''))
		AND (subject_regex IS NULL OR '' ~ subject_regex)
),
island AS (
	SELECT *,
		position - row_number() OVER (
			PARTITION BY activity, priority_norm, case_id, type_norm IS NULL ORDER BY position) AS island
	FROM rule
),
arm AS (
	SELECT min(position) AS position, format('WHEN %s THEN %L', coalesce(nullif(concat_ws(' AND ',
		CASE WHEN max(type_norm) IS NOT NULL THEN
			format('hs_norm(p_comm_type) IN (%s)', string_agg(quote_literal(type_norm), ', ' ORDER BY position)) END,
		CASE WHEN priority_norm IS NOT NULL THEN format('hs_norm(p_comm_priority) = %L', priority_norm) END,
		CASE case_id WHEN 'yes' THEN 'p_comm_caseid IS NOT NULL' WHEN 'no' THEN 'p_comm_caseid IS NULL' END), ''), 'true'),
		activity) AS text
	FROM island
	GROUP BY activity, priority_norm, case_id, type_norm IS NULL, island
)
SELECT format($function$CREATE OR REPLACE FUNCTION classify_activity_type(p_comm_type text, p_comm_priority text, p_comm_caseid integer)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
	%s
	ELSE 'notes'
END$function$, coalesce(string_agg(text, E'\n\t' ORDER BY position), 'WHEN false THEN NULL'))
FROM arm;
