-- Rows of an earlier file in whose place a later file's row stands.
SELECT r.comm_communicationid AS id, i.name AS file, r.line, b.name AS replaced_by
FROM replaced_row r
LEFT JOIN input i ON i.id = r.input_id
LEFT JOIN input b ON b.id = r.replaced_by_input_id
ORDER BY r.comm_communicationid, r.input_id, r.line;
