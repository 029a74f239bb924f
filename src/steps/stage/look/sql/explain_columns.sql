-- Where column ?2 of the view of activity ?1 comes from. A column that nobody described counts as personal.
SELECT source, rule, is_personal FROM column_source WHERE column_name = ?2 AND activity IN (?1, '*')
ORDER BY activity = '*'
LIMIT 1;
