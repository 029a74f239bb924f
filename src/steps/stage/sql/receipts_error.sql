-- In the form of rejects.csv: place, code and message, then the source's own columns.
SELECT i.name, o.line, o.byte_offset, NULL,
	CASE WHEN instr(r.error_message, ': ') > 0
			AND substr(r.error_message, 1, instr(r.error_message, ': ') - 1) NOT GLOB '*[^A-Z_]*'
		THEN substr(r.error_message, 1, instr(r.error_message, ': ') - 1) ELSE 'PUSH_FAILED' END,
	coalesce(r.error_message, 'refused'),
	m.comm_communicationid, m.comm_opportunityid, m.comm_caseid, m.comm_type, m.comm_action, m.comm_status, m.comm_priority,
	m.comm_datetime, m.comm_todatetime, m.comm_note, m.comm_subject, m.comm_email_clean, m.comm_createddate,
	m.comm_updateddate, m.comm_originaldatetime, m.comm_originaltodatetime, m.person_id, m.person_firstname,
	m.person_lastname, m.person_emailaddress, m.company_id, m.company_name
FROM receipt r
JOIN ic_communication_master m ON m.comm_communicationid = r.comm_communicationid
LEFT JOIN row_origin o ON o.comm_communicationid = r.comm_communicationid
LEFT JOIN input i ON i.id = o.input_id
WHERE r.status = 'failed' OR r.error_message IS NOT NULL
ORDER BY r.comm_communicationid
