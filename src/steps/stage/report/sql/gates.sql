SELECT name, checkpoint, title, value, comparison, threshold, unit, level, passed FROM v_gate;
