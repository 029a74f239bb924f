-- The source of communication ?1.
SELECT
	comm_communicationid, comm_opportunityid, comm_caseid, comm_type, comm_action, comm_status, comm_priority, comm_datetime,
	comm_todatetime, comm_note, comm_subject, comm_email_clean, comm_createddate, comm_updateddate, comm_originaldatetime,
	comm_originaltodatetime, person_id, person_firstname, person_lastname, person_emailaddress, company_id, company_name
FROM ic_communication_master WHERE id = ?1;
