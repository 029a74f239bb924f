-- Further rows of a communication that is loaded already.
SELECT l.comm_communicationid AS id, l.person_id, l.company_id,
	CASE WHEN l.person_id IS m.person_id AND l.company_id IS m.company_id THEN 'the same row again'
		ELSE 'another person or company' END AS what,
	i.name AS file, l.line
FROM communication_link l
LEFT JOIN ic_communication_master m ON m.id = l.comm_communicationid
LEFT JOIN input i ON i.id = l.input_id
ORDER BY l.comm_communicationid, l.input_id, l.line;
