-- Everything that a schema holds ($1; 'pg_temp' is this session's own), each thing with the text that defines it,
-- in the order of kind and name. Names in the texts are qualified only where the search path does not find them.
WITH schema AS (
	SELECT CASE $1 WHEN 'pg_temp' THEN pg_my_temp_schema() ELSE to_regnamespace(quote_ident($1))::oid END AS oid
)
SELECT kind, name, definition
FROM (
	SELECT CASE c.relkind WHEN 'v' THEN 'view' ELSE 'table' END AS kind, c.relname::text AS name,
		CASE c.relkind WHEN 'v' THEN pg_get_viewdef(c.oid) ELSE '' END AS definition
	FROM pg_class c JOIN schema s ON c.relnamespace = s.oid
	WHERE c.relkind IN ('r', 'p', 'f', 'v')
	UNION ALL
	SELECT 'column', c.relname || '.' || a.attname,
		format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
	FROM pg_class c JOIN schema s ON c.relnamespace = s.oid
	JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
	WHERE c.relkind IN ('r', 'p', 'f')
	UNION ALL
	SELECT 'constraint', c.relname || ': ' || pg_get_constraintdef(k.oid), ''
	FROM pg_class c JOIN schema s ON c.relnamespace = s.oid
	JOIN pg_constraint k ON k.conrelid = c.oid
	UNION ALL
	SELECT 'index', i.relname::text, regexp_replace(pg_get_indexdef(x.indexrelid), ' ON .*? USING ', ' ON ' || c.relname || ' USING ')
	FROM pg_index x
	JOIN pg_class i ON i.oid = x.indexrelid
	JOIN pg_class c ON c.oid = x.indrelid
	JOIN schema s ON i.relnamespace = s.oid
	WHERE NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u', 'x'))
	UNION ALL
	SELECT 'function', p.proname::text,
		pg_get_function_identity_arguments(p.oid) || ' ' || p.provolatile::text || ' '
		|| coalesce(pg_get_function_sqlbody(p.oid), p.prosrc)
	FROM pg_proc p JOIN schema s ON p.pronamespace = s.oid
) d
ORDER BY kind COLLATE "C", name COLLATE "C", definition COLLATE "C";
