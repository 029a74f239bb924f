SELECT hubspot_contact_id, hubspot_company_id FROM communication_link WHERE comm_communicationid = ?1 ORDER BY id;
