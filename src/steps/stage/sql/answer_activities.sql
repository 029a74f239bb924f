-- Every type, in the order in which they always stand.
WITH type (position, name) AS (
	VALUES (1, 'calls'), (2, 'emails'), (3, 'meetings'), (4, 'notes'), (5, 'tasks'), (6, 'communications'), (7, 'postal_mail'))
SELECT t.name, ifnull(s.total_count, 0), ifnull(s.with_contact, 0), ifnull(s.with_company, 0), ifnull(s.with_deal, 0),
	ifnull(s.orphaned_count, 0), ifnull(s.error_count, 0),
	(SELECT count(DISTINCT comm_communicationid) FROM finding f WHERE f.kind = 'held' AND f.activity_type = t.name)
FROM type t LEFT JOIN v_ic_activities_summary s ON s.derived_activity_type = t.name
ORDER BY t.position;
