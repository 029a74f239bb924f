-- v_in_hubspot: the communications that HubSpot has already, by a receipt or by the exported communications_reconciliation. They are
-- never created again. payload_sha256 NULL: what HubSpot holds is not known, and counts as unchanged.
CREATE VIEW v_in_hubspot AS
SELECT comm_communicationid, activity_type, hubspot_engagement_id, payload_sha256, pushed_at
FROM receipt
WHERE status = 'pushed' AND hubspot_engagement_id IS NOT NULL
UNION ALL
SELECT c.legacy_communication_id, NULL, c.hubspot_engagement_id, NULL, NULL
FROM communications_reconciliation c
WHERE c.hubspot_engagement_id IS NOT NULL
	AND NOT EXISTS (SELECT 1 FROM receipt r
		WHERE r.comm_communicationid = c.legacy_communication_id AND r.status = 'pushed'
			AND r.hubspot_engagement_id IS NOT NULL);
