-- Whether a filter asks what the file calls private or deleted; and what columns.csv names as sources, among them the extra
-- columns that the views read: "extra from".
SELECT EXISTS (SELECT 1 FROM filter_rule WHERE filter IN ('private', 'deleted')),
	ifnull((SELECT group_concat(DISTINCT source) FROM column_source WHERE source GLOB '*extra *'), '')
		|| CASE WHEN EXISTS (SELECT 1 FROM filter_rule WHERE filter = 'unknown_owner') THEN ',extra owner_email,extra user'
			ELSE '' END;
