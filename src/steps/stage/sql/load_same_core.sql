-- Whether the row has the core of the communication that is there: every source column but person_* and company_*.
-- ?17: the whole of a body that column 12 has the beginning of.
SELECT 1 FROM ic_communication_master
WHERE id = ?1
	AND comm_opportunityid IS ?2
	AND comm_caseid IS ?3
	AND comm_type IS ?4
	AND comm_action IS ?5
	AND comm_status IS ?6
	AND comm_priority IS ?7
	AND comm_datetime IS ?8
	AND comm_todatetime IS ?9
	AND comm_note IS ?10
	AND comm_subject IS ?11
	AND comm_email_clean IS ?12
	AND comm_createddate IS ?13
	AND comm_updateddate IS ?14
	AND comm_originaldatetime IS ?15
	AND comm_originaltodatetime IS ?16
	AND (SELECT body FROM email_body WHERE comm_communicationid = ?1) IS ?17;
