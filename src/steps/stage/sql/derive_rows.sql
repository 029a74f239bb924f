SELECT id, activity_type, decision, code, reason FROM v_disposition ORDER BY id;
