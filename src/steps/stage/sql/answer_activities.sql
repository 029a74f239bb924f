-- Every type, in the order in which they always stand: rows of the master, then of the derived rows those with an association.
-- Counted from indexes: the wide rows are not read.
WITH type (position, name, contact, company, deal) AS (
	SELECT 1, 'calls', count(associated_contact_id), (SELECT count(associated_company_id) FROM ic_calls),
		(SELECT count(associated_deal_id) FROM ic_calls) FROM ic_calls
	UNION ALL
	SELECT 2, 'emails', count(associated_contact_id), (SELECT count(associated_company_id) FROM ic_emails),
		(SELECT count(associated_deal_id) FROM ic_emails) FROM ic_emails
	UNION ALL
	SELECT 3, 'meetings', count(associated_contact_id), (SELECT count(associated_company_id) FROM ic_meetings),
		(SELECT count(associated_deal_id) FROM ic_meetings) FROM ic_meetings
	UNION ALL
	SELECT 4, 'notes', count(associated_contact_id), (SELECT count(associated_company_id) FROM ic_notes),
		(SELECT count(associated_deal_id) FROM ic_notes) FROM ic_notes
	UNION ALL
	SELECT 5, 'tasks', count(associated_contact_id), (SELECT count(associated_company_id) FROM ic_tasks),
		(SELECT count(associated_deal_id) FROM ic_tasks) FROM ic_tasks
	UNION ALL
	SELECT 6, 'communications', count(associated_contact_id), (SELECT count(associated_company_id) FROM ic_communications),
		(SELECT count(associated_deal_id) FROM ic_communications) FROM ic_communications
	UNION ALL
	SELECT 7, 'postal_mail', count(associated_contact_id), (SELECT count(associated_company_id) FROM ic_postal_mail),
		(SELECT count(associated_deal_id) FROM ic_postal_mail) FROM ic_postal_mail
),
master AS (
	SELECT derived_activity_type AS name, count(*) AS rows FROM ic_communication_master GROUP BY derived_activity_type
),
orphan AS (
	SELECT derived_activity_type AS name, count(*) AS rows FROM ic_communication_master WHERE is_orphaned = 1
	GROUP BY derived_activity_type
),
error AS (
	SELECT derived_activity_type AS name, count(*) AS rows FROM ic_communication_master WHERE staging_status = 'error'
	GROUP BY derived_activity_type
),
held AS (
	SELECT activity_type AS name, count(DISTINCT comm_communicationid) AS rows FROM finding WHERE kind = 'held'
	GROUP BY activity_type
)
SELECT t.name, ifnull(m.rows, 0), t.contact, t.company, t.deal, ifnull(o.rows, 0), ifnull(e.rows, 0), ifnull(h.rows, 0)
FROM type t
LEFT JOIN master m ON m.name = t.name
LEFT JOIN orphan o ON o.name = t.name
LEFT JOIN error e ON e.name = t.name
LEFT JOIN held h ON h.name = t.name
ORDER BY t.position;
