SELECT r.input_id, i.name, r.line, r.byte_offset, r.column_name, r.code, r.message, r.raw
FROM reject r JOIN input i ON i.id = r.input_id
ORDER BY r.id;
