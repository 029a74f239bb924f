SELECT id, activity_type, is_task_eligible FROM code_combination
WHERE codes = json_array(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11);
