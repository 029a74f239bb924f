-- The comment that marks a generated view or function as ours: $1 name, $2 rule set.
SELECT format('COMMENT ON %s %I IS %L',
	CASE $1::text WHEN 'classify_activity_type' THEN 'FUNCTION' ELSE 'VIEW' END, $1::text, 'hubstage: made from rule set ' || $2::text);
