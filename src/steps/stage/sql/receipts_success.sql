SELECT comm_communicationid, activity_type, hubspot_engagement_id, pushed_at
FROM receipt
WHERE status = 'pushed'
ORDER BY comm_communicationid
