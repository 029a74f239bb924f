-- The transaction's own settings: $1 schema ('': none yet), $2 what comes before it in the search path, $3 lock
-- timeout.
SELECT
	set_config('search_path', concat_ws(', ', nullif($2, ''), quote_ident(nullif($1, ''))), true),
	set_config('lock_timeout', $3, true);
