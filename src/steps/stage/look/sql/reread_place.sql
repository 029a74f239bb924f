-- Where the row of communication ?1 stands, and what its file was read as.
SELECT i.name, i.bytes, o.byte_offset,
	(SELECT value FROM input_fact f WHERE f.input_id = i.id AND f.name = 'encoding'),
	(SELECT value FROM input_fact f WHERE f.input_id = i.id AND f.name = 'delimiter'),
	(SELECT value FROM input_fact f WHERE f.input_id = i.id AND f.name = 'date_order'),
	EXISTS (SELECT 1 FROM input_fact f WHERE f.input_id = i.id AND f.name = 'serial_numbers'),
	EXISTS (SELECT 1 FROM input_fact f WHERE f.input_id = i.id AND f.name = 'repaired')
FROM row_origin o JOIN input i ON i.id = o.input_id
WHERE o.comm_communicationid = ?1;
