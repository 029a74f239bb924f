SELECT id, old_activity, new_activity, old_rule, new_rule, old_state, new_state, changed, why FROM temp.diff_row ORDER BY id;
