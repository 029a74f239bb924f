-- The transaction's own settings: $1 schema ('': none yet), $2 what comes before it in the search path, $3 lock
-- timeout. The others are those that texts are read and written by. None outlives the transaction: a pool may give the
-- session to somebody else, and a setting that was made before BEGIN to another session.
SELECT
	set_config('search_path', concat_ws(', ', nullif($2, ''), quote_ident(nullif($1, ''))), true),
	set_config('lock_timeout', $3, true),
	set_config('datestyle', 'ISO, YMD', true),
	set_config('intervalstyle', 'iso_8601', true),
	set_config('bytea_output', 'hex', true),
	set_config('extra_float_digits', '1', true),
	set_config('standard_conforming_strings', 'on', true),
	set_config('client_min_messages', 'warning', true),
	set_config('jit', 'off', true);
