-- The master: each combination of the codes that the rules look at is classified once, then every row gets its type,
-- its HubSpot ids and its place. STRICT tables turn the texts of numbers into numbers, and refuse others.
-- What is left to resolve after this is the log.
INSERT INTO code_combination (comm_type, comm_priority, has_case)
SELECT DISTINCT comm_type, nullif(comm_priority, ''), comm_caseid <> '' FROM raw;

UPDATE code_combination
SET (rule_position, activity_type, is_task_eligible, direction, activity_status, decision, reason) = (
	SELECT v.rule_position, v.activity_type, v.is_task_eligible, v.direction, v.activity_status, v.decision,
		v.reason
	FROM v_classification v WHERE v.id = code_combination.id);

CREATE TEMP TABLE code (type, priority, has_case, id, activity_type, is_task_eligible,
	PRIMARY KEY (type, priority, has_case)) WITHOUT ROWID;
INSERT INTO code
SELECT comm_type, ifnull(comm_priority, ''), has_case, id, activity_type, is_task_eligible FROM code_combination;

INSERT INTO ic_communication_master (
	id, comm_communicationid, comm_opportunityid, comm_caseid, comm_type, comm_action, comm_status, comm_priority,
	comm_datetime, comm_todatetime, comm_note, comm_subject, comm_email_clean, comm_createddate, comm_updateddate,
	comm_originaldatetime, comm_originaltodatetime, person_id, person_firstname, person_lastname,
	person_emailaddress, company_id, company_name,
	derived_activity_type, is_task_eligible, hubspot_contact_id, hubspot_company_id, hubspot_deal_id,
	staging_status, api_push_status, is_orphaned, created_at, processed_at, last_updated)
SELECT
	r.comm_communicationid, r.comm_communicationid, nullif(r.comm_opportunityid, ''), nullif(r.comm_caseid, ''),
	r.comm_type, nullif(r.comm_action, ''), nullif(r.comm_status, ''), nullif(r.comm_priority, ''),
	r.comm_datetime, nullif(r.comm_todatetime, ''), nullif(r.comm_note, ''), nullif(r.comm_subject, ''),
	nullif(r.comm_email_clean, ''), r.comm_createddate, nullif(r.comm_updateddate, ''),
	nullif(r.comm_originaldatetime, ''), nullif(r.comm_originaltodatetime, ''),
	nullif(r.person_id, ''), nullif(r.person_firstname, ''), nullif(r.person_lastname, ''),
	nullif(r.person_emailaddress, ''), nullif(r.company_id, ''), nullif(r.company_name, ''),
	k.activity_type, k.is_task_eligible, p.hubspot_contact_id, c.hubspot_company_id, d.hubspot_deal_id,
	'processed', 'not_pushed', coalesce(p.hubspot_contact_id, c.hubspot_company_id, d.hubspot_deal_id) IS NULL,
	t.as_of, t.as_of, t.as_of
FROM raw r
CROSS JOIN this_run t
CROSS JOIN code k ON k.type = r.comm_type AND k.priority = r.comm_priority AND k.has_case = (r.comm_caseid <> '')
LEFT JOIN contacts_reconciliation p ON p.legacy_contact_id = r.person_id
LEFT JOIN companies_reconciliation c ON c.legacy_company_id = r.company_id
LEFT JOIN deals_reconciliation d ON d.legacy_deal_id = r.comm_opportunityid
ORDER BY r.rowid;

-- The shell does not know where in the file a row began.
INSERT INTO row_origin (comm_communicationid, input_id, line, byte_offset, byte_length, code_combination_id)
SELECT r.comm_communicationid, i.id, r.rowid + 1, 0, 0, k.id
FROM raw r
CROSS JOIN (SELECT id FROM input WHERE kind = 'communications') i
CROSS JOIN code k ON k.type = r.comm_type AND k.priority = r.comm_priority AND k.has_case = (r.comm_caseid <> '')
ORDER BY r.rowid;

DROP TABLE raw;
