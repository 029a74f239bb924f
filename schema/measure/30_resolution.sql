-- The resolution: the rates come from the indexes alone; the log is compared with one pass over the master.
INSERT OR REPLACE INTO measurement
SELECT 'resolution_contact', 100.0 * (SELECT count(*) FROM ic_communication_master WHERE hubspot_contact_id IS NOT NULL)
	/ nullif((SELECT count(*) FROM ic_communication_master WHERE person_id IS NOT NULL), 0);

INSERT OR REPLACE INTO measurement
SELECT 'resolution_company', 100.0 * (SELECT count(*) FROM ic_communication_master WHERE hubspot_company_id IS NOT NULL)
	/ nullif((SELECT count(*) FROM ic_communication_master WHERE company_id IS NOT NULL), 0);

INSERT OR REPLACE INTO measurement
SELECT 'resolution_deal', 100.0 * (SELECT count(*) FROM ic_communication_master WHERE hubspot_deal_id IS NOT NULL)
	/ nullif((SELECT count(*) FROM ic_communication_master WHERE comm_opportunityid IS NOT NULL), 0);

INSERT OR REPLACE INTO measurement
SELECT 'resolution_orphans', 100.0 * (SELECT count(*) FROM ic_communication_master WHERE is_orphaned = 1)
	/ nullif((SELECT count(*) FROM ic_communication_master), 0);

INSERT OR REPLACE INTO measurement
SELECT 'resolution_logged', count(*) FROM (
	SELECT entity_type, legacy_id, message, 'unresolved' FROM v_unresolved_reference
	EXCEPT
	SELECT entity_type, legacy_id, error_message, status FROM reconciliation_log WHERE operation = 'FK_RESOLUTION');
