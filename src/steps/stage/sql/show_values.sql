-- The synonyms, those of one value together.
SELECT target, group_concat(CASE source WHEN '' THEN '(empty)' WHEN '*' THEN 'anything else' ELSE source END, ', ') AS source, value
FROM (SELECT target, source, value FROM rule_value ORDER BY target, source = '*', source)
GROUP BY target, value
ORDER BY target, min(source = '*'), value;
