SELECT comm_communicationid, row_number() OVER (PARTITION BY comm_communicationid ORDER BY id) AS position,
	person_id, company_id, hubspot_contact_id, hubspot_company_id
FROM communication_link
ORDER BY comm_communicationid, id;
