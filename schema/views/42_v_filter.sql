-- v_filter: the filters with the code that findings give them, and the column that a code stands in.
CREATE VIEW v_filter AS
SELECT
	position, filter, activity, decision, parameter, reason,
	CASE filter WHEN 'from_date' THEN 'BEFORE_FROM_DATE' ELSE upper(filter) END AS code,
	CASE filter WHEN 'from_date' THEN 'comm_datetime' WHEN 'unknown_action' THEN 'comm_action'
		WHEN 'unknown_status' THEN 'comm_status' WHEN 'unknown_priority' THEN 'comm_priority'
		WHEN 'unknown_owner' THEN 'hubspot_owner_id' END AS property
FROM filter_rule;
