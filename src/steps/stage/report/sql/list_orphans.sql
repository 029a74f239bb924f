-- Communications that lead to no record in HubSpot, through no attendee either.
SELECT m.id, m.derived_activity_type AS activity, m.comm_datetime AS date, m.person_id, m.company_id, m.comm_opportunityid AS opportunity_id,
	i.name AS file, o.line
FROM v_on_no_record n
JOIN ic_communication_master m ON m.id = n.id
LEFT JOIN row_origin o ON o.comm_communicationid = m.id
LEFT JOIN input i ON i.id = o.input_id
ORDER BY n.id;
