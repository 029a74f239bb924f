-- The four CSV files as they are: .import makes every cell a text, an empty one ''. The raw tables are temporary, as
-- they are no part of the result.
CREATE TEMP TABLE raw (
	comm_communicationid, comm_opportunityid, comm_caseid, comm_type, comm_action, comm_status, comm_priority,
	comm_datetime, comm_todatetime, comm_note, comm_subject, comm_email_clean, comm_createddate,
	comm_updateddate, comm_originaldatetime, comm_originaltodatetime, person_id, person_firstname,
	person_lastname, person_emailaddress, company_id, company_name);
CREATE TEMP TABLE raw_contact (
	id, legacy_contact_id, hubspot_contact_id, legacy_email, hubspot_email, legacy_firstname, legacy_lastname,
	hubspot_firstname, hubspot_lastname, legacy_company_id, hubspot_company_id, legacy_properties,
	properties_to_update, reconciliation_status, match_confidence, notes, created_at, last_updated);
CREATE TEMP TABLE raw_company (
	id, legacy_company_id, hubspot_company_id, legacy_name, hubspot_name, legacy_domain, hubspot_domain,
	legacy_properties, properties_to_update, reconciliation_status, match_confidence, notes, created_at,
	last_updated);
CREATE TEMP TABLE raw_deal (
	id, legacy_deal_id, hubspot_deal_id, legacy_dealname, hubspot_dealname, legacy_amount, hubspot_amount,
	legacy_company_id, hubspot_company_id, legacy_contact_id, hubspot_contact_id, legacy_properties,
	properties_to_update, reconciliation_status, match_confidence, notes, created_at, last_updated);
.mode csv
.import --skip 1 input/communications.csv raw
.import --skip 1 input/contacts.csv raw_contact
.import --skip 1 input/companies.csv raw_company
.import --skip 1 input/deals.csv raw_deal

INSERT INTO contacts_reconciliation
SELECT nullif(id, ''), legacy_contact_id, nullif(hubspot_contact_id, ''), nullif(legacy_email, ''),
	nullif(hubspot_email, ''), nullif(legacy_firstname, ''), nullif(legacy_lastname, ''),
	nullif(hubspot_firstname, ''), nullif(hubspot_lastname, ''), nullif(legacy_company_id, ''),
	nullif(hubspot_company_id, ''), nullif(legacy_properties, ''), nullif(properties_to_update, ''),
	nullif(reconciliation_status, ''), nullif(match_confidence, ''), nullif(notes, ''), nullif(created_at, ''),
	nullif(last_updated, '')
FROM raw_contact;
INSERT INTO companies_reconciliation
SELECT nullif(id, ''), legacy_company_id, nullif(hubspot_company_id, ''), nullif(legacy_name, ''),
	nullif(hubspot_name, ''), nullif(legacy_domain, ''), nullif(hubspot_domain, ''), nullif(legacy_properties, ''),
	nullif(properties_to_update, ''), nullif(reconciliation_status, ''), nullif(match_confidence, ''),
	nullif(notes, ''), nullif(created_at, ''), nullif(last_updated, '')
FROM raw_company;
INSERT INTO deals_reconciliation
SELECT nullif(id, ''), legacy_deal_id, nullif(hubspot_deal_id, ''), nullif(legacy_dealname, ''),
	nullif(hubspot_dealname, ''), nullif(legacy_amount, ''), nullif(hubspot_amount, ''), nullif(legacy_company_id, ''),
	nullif(hubspot_company_id, ''), nullif(legacy_contact_id, ''), nullif(hubspot_contact_id, ''),
	nullif(legacy_properties, ''), nullif(properties_to_update, ''), nullif(reconciliation_status, ''),
	nullif(match_confidence, ''), nullif(notes, ''), nullif(created_at, ''), nullif(last_updated, '')
FROM raw_deal;

INSERT INTO input (kind, name, rows_read, position) VALUES
	('contacts', 'contacts.csv', (SELECT count(*) FROM raw_contact), 0),
	('companies', 'companies.csv', (SELECT count(*) FROM raw_company), 0),
	('deals', 'deals.csv', (SELECT count(*) FROM raw_deal), 0),
	('communications', 'communications.csv', (SELECT max(rowid) FROM raw), 0);
