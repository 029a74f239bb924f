-- Sent without a value that HubSpot would refuse.
SELECT f.comm_communicationid AS id, f.activity_type AS activity, f.code, f.property, f.message, i.name AS file, o.line
FROM finding f
LEFT JOIN row_origin o ON o.comm_communicationid = f.comm_communicationid
LEFT JOIN input i ON i.id = o.input_id
WHERE f.kind = 'left_out'
ORDER BY f.comm_communicationid, f.code, f.property;
