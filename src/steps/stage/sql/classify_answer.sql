SELECT rule_position, activity_type, decision, reason, is_task_eligible FROM code_combination WHERE id = ?1;
