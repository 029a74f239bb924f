-- Loaded, and refused by the table of their type.
SELECT m.id, m.derived_activity_type AS activity, m.error_message AS message, m.comm_datetime AS start, m.comm_todatetime AS "end",
	i.name AS file, o.line
FROM ic_communication_master m
LEFT JOIN row_origin o ON o.comm_communicationid = m.id
LEFT JOIN input i ON i.id = o.input_id
WHERE m.staging_status = 'error'
ORDER BY m.id;
