INSERT INTO classification_probe (position, type, action, status, priority, case_id, activity)
VALUES (?, ?, ?, ?, ?, ?, ?);
