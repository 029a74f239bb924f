-- Rows that stand for a communication which another row has already.
SELECT 1 AS position, 'further rows of a communication, another person or company' AS what,
	(SELECT count(*) FROM communication_link l JOIN ic_communication_master m ON m.id = l.comm_communicationid
		WHERE l.person_id IS NOT m.person_id OR l.company_id IS NOT m.company_id) AS rows, 'merged.csv' AS list
UNION ALL
SELECT 2, 'the same row again',
	(SELECT count(*) FROM communication_link l JOIN ic_communication_master m ON m.id = l.comm_communicationid
		WHERE l.person_id IS m.person_id AND l.company_id IS m.company_id), 'merged.csv'
UNION ALL
SELECT 3, 'same id, other content: rejected', (SELECT count(*) FROM reject WHERE code = 'DUPLICATE_RECORD_ID'), 'rejected.csv'
UNION ALL
SELECT 4, 'replaced by a later file', (SELECT count(*) FROM replaced_row), 'replaced.csv'
UNION ALL
SELECT 5, 'legacy ids with two HubSpot ids: neither is used',
	(SELECT count(*) FROM (SELECT DISTINCT entity, legacy_id FROM ambiguous_mapping)), 'ambiguous.csv'
ORDER BY 1;
