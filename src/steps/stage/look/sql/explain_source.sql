-- The source columns of communication ?1, one a row, then what else is kept of the file; is_personal: texts.
SELECT column, value, is_personal FROM (
SELECT j.id AS place, j.key AS column, j.value AS value,
	j.key IN ('comm_note', 'comm_subject', 'comm_email_clean', 'person_firstname', 'person_lastname', 'person_emailaddress',
		'company_name') AS is_personal
FROM ic_communication_master m
CROSS JOIN json_each(json_object(
	'comm_communicationid', comm_communicationid, 'comm_opportunityid', comm_opportunityid, 'comm_caseid', comm_caseid,
	'comm_type', comm_type, 'comm_action', comm_action, 'comm_status', comm_status, 'comm_priority', comm_priority,
	'comm_datetime', comm_datetime, 'comm_todatetime', comm_todatetime, 'comm_note', comm_note,
	'comm_subject', comm_subject, 'comm_email_clean', coalesce(
		(SELECT body FROM email_body b WHERE b.comm_communicationid = m.comm_communicationid), comm_email_clean),
	'comm_createddate', comm_createddate, 'comm_updateddate', comm_updateddate,
	'comm_originaldatetime', comm_originaldatetime, 'comm_originaltodatetime', comm_originaltodatetime,
	'person_id', person_id, 'person_firstname', person_firstname, 'person_lastname', person_lastname,
	'person_emailaddress', person_emailaddress, 'company_id', company_id, 'company_name', company_name)) j
WHERE m.id = ?1
UNION ALL
SELECT 1000, 'extra ' || name, value, name NOT IN ('private', 'deleted') AND value GLOB '*[^0-9.]*'
FROM source_extra WHERE comm_communicationid = ?1)
ORDER BY place, column;
