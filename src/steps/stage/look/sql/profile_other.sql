-- What the other rule set makes of a combination.
SELECT rule_position, activity_type, decision FROM code_combination WHERE id = ?1;
