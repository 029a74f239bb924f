-- The rejects with the place and the bytes of their records, and what separates the cells in those.
SELECT r.input_id, i.name, r.line, r.byte_offset, r.column_name, r.code, r.message, r.raw, f.value
FROM reject r
JOIN input i ON i.id = r.input_id
JOIN input_fact f ON f.input_id = r.input_id AND f.name = 'delimiter'
ORDER BY r.id;
