-- Every rule, tried on the codes of communication ?1.
SELECT t.position AS rule, r.activity AS activity, t.outcome AS outcome, t.why AS why
FROM row_origin o
JOIN v_rule_trial t ON t.id = o.code_combination_id
JOIN classification_rule r ON r.position = t.position
WHERE o.comm_communicationid = ?1
ORDER BY t.position;
