-- Every communication that HubSpot has, by a receipt or by the exported communications_reconciliation.
SELECT h.comm_communicationid, coalesce(h.activity_type, m.derived_activity_type), h.hubspot_engagement_id
FROM v_in_hubspot h
LEFT JOIN ic_communication_master m ON m.comm_communicationid = h.comm_communicationid
ORDER BY h.comm_communicationid
