-- Communications that end before they start.
SELECT m.id, m.derived_activity_type AS activity, m.comm_datetime AS start, m.comm_todatetime AS "end", i.name AS file, o.line
FROM temp.report_backwards b
JOIN ic_communication_master m ON m.id = b.id
LEFT JOIN row_origin o ON o.comm_communicationid = m.id
LEFT JOIN input i ON i.id = o.input_id
ORDER BY m.id;
