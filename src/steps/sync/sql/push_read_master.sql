-- The master, and of each row whether it came from the file that was pulled from the server (?1 its SHA-256).
SELECT m.*, EXISTS (SELECT 1 FROM row_origin o JOIN input i ON i.id = o.input_id
	WHERE o.comm_communicationid = m.comm_communicationid AND i.sha256 = ?1) AS hs_pulled
FROM ic_communication_master m
ORDER BY m.id;
