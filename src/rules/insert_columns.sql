INSERT INTO column_source (activity, column_name, source, rule, is_personal)
SELECT ?2, ?3, ?4, ?5, ?6 WHERE ?1 > 0;
