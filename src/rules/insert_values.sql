INSERT INTO rule_value (target, source, value)
SELECT ?2, ?3, ?4 WHERE ?1 > 0;
