-- One communication. ?1 to ?22: the source columns; ?23, ?24: activity type and eligibility; ?25: the run's time; ?26: 1 in a
-- run, where resolving and deriving follow at once and nobody sees the time between: the references are looked up and the
-- row is marked processed right here, so that a wide row is written once and not three times. What is not right yet
-- (links of attendees, rows in error) the later steps put right.
-- A communication that is there already changes nothing.
INSERT INTO ic_communication_master (
	id, comm_communicationid, comm_opportunityid, comm_caseid, comm_type, comm_action, comm_status, comm_priority,
	comm_datetime, comm_todatetime, comm_note, comm_subject, comm_email_clean, comm_createddate, comm_updateddate,
	comm_originaldatetime, comm_originaltodatetime, person_id, person_firstname, person_lastname, person_emailaddress,
	company_id, company_name,
	derived_activity_type, is_task_eligible, hubspot_contact_id, hubspot_company_id, hubspot_deal_id, staging_status,
	api_push_status, is_orphaned, created_at, processed_at, last_updated)
SELECT
	?1, ?1, ?2, ?3, ?4, ?5, ?6, ?7,
	?8, ?9, ?10, ?11, ?12, ?13, ?14,
	?15, ?16, ?17, ?18, ?19, ?20,
	?21, ?22,
	?23, ?24, p.hubspot_contact_id, c.hubspot_company_id, d.hubspot_deal_id, CASE WHEN ?26 THEN 'processed' ELSE 'pending' END,
	CASE WHEN ?26 THEN 'not_pushed' END,
	?26 AND p.hubspot_contact_id IS NULL AND c.hubspot_company_id IS NULL AND d.hubspot_deal_id IS NULL,
	?25, CASE WHEN ?26 THEN ?25 END, ?25
FROM (SELECT 1)
LEFT JOIN contacts_reconciliation p ON ?26 AND p.legacy_contact_id = ?17
LEFT JOIN companies_reconciliation c ON ?26 AND c.legacy_company_id = ?21
LEFT JOIN deals_reconciliation d ON ?26 AND d.legacy_deal_id = ?2
WHERE true
ON CONFLICT (id) DO NOTHING;
