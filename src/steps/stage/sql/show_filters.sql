SELECT position AS filter, filter AS hits, activity, decision, parameter, code, reason FROM v_filter ORDER BY position;
