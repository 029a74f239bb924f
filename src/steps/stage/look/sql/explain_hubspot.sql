-- What is known of communication ?1 in HubSpot: the receipt, and the exported communications_reconciliation.
SELECT 'receipt' AS source, activity_type AS activity, status, hubspot_engagement_id AS hubspot_id, pushed_at, error_message AS error
FROM receipt WHERE comm_communicationid = ?1
UNION ALL
SELECT 'already pushed', NULL, 'pushed', hubspot_engagement_id, NULL, NULL
FROM communications_reconciliation WHERE legacy_communication_id = ?1 AND hubspot_engagement_id IS NOT NULL;
