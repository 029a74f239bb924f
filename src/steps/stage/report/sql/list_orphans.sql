-- Communications that lead to no record in HubSpot.
SELECT m.id, m.derived_activity_type AS activity, m.comm_datetime AS date, m.person_id, m.company_id, m.comm_opportunityid AS opportunity_id,
	i.name AS file, o.line
FROM ic_communication_master m
LEFT JOIN row_origin o ON o.comm_communicationid = m.id
LEFT JOIN input i ON i.id = o.input_id
WHERE m.is_orphaned = 1
ORDER BY m.id;
