-- Records that did not load, without their values: those stand in rejects.csv.
SELECT i.name AS file, r.line, r.byte_offset AS byte, r.column_name AS "column", r.code, r.message
FROM reject r LEFT JOIN input i ON i.id = r.input_id
ORDER BY r.id;
