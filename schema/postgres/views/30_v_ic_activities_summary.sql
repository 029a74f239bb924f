-- v_ic_activities_summary: the master counted per activity type; a type without a row has none here either.
CREATE VIEW v_ic_activities_summary AS
SELECT
	derived_activity_type,
	count(*) AS total_count,
	count(hubspot_contact_id) AS with_contact,
	count(hubspot_company_id) AS with_company,
	count(hubspot_deal_id) AS with_deal,
	count(*) FILTER (WHERE is_orphaned) AS orphaned_count,
	count(*) FILTER (WHERE staging_status = 'processed') AS processed_count,
	count(*) FILTER (WHERE staging_status = 'error') AS error_count,
	min(comm_datetime) AS earliest_date,
	max(comm_datetime) AS latest_date
FROM ic_communication_master
GROUP BY derived_activity_type;
COMMENT ON VIEW v_ic_activities_summary IS 'The master counted per activity type.';
