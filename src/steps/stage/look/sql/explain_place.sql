-- Where communication ?1 stands: its own row first, then those that were merged into it or that it replaced.
SELECT 'loaded' AS row, i.name AS file, o.line AS line, o.byte_offset AS byte_offset, o.byte_length AS byte_length
FROM row_origin o JOIN input i ON i.id = o.input_id WHERE o.comm_communicationid = ?1
UNION ALL
SELECT 'merged', i.name, l.line, l.byte_offset, l.byte_length
FROM communication_link l JOIN input i ON i.id = l.input_id WHERE l.comm_communicationid = ?1
UNION ALL
SELECT 'replaced', i.name, r.line, r.byte_offset, r.byte_length
FROM replaced_row r JOIN input i ON i.id = r.input_id WHERE r.comm_communicationid = ?1;
