-- A generated view or function by name ($1) in schema $2 ('pg_temp': this session's own): its definition, and
-- whether it is ours, which its comment says. No row: it is not there.
WITH schema AS (
	SELECT CASE $2 WHEN 'pg_temp' THEN pg_my_temp_schema() ELSE to_regnamespace(quote_ident($2))::oid END AS oid
)
SELECT pg_get_viewdef(c.oid), coalesce(obj_description(c.oid, 'pg_class') LIKE 'hubstage: %', false)
FROM pg_class c JOIN schema s ON c.relnamespace = s.oid
WHERE c.relname = $1 AND c.relkind = 'v'
UNION ALL
SELECT coalesce(pg_get_function_sqlbody(p.oid), p.prosrc),
	coalesce(obj_description(p.oid, 'pg_proc') LIKE 'hubstage: %', false)
FROM pg_proc p JOIN schema s ON p.pronamespace = s.oid
WHERE p.proname = $1;
