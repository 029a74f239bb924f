-- In HubSpot, and no longer in the source.
SELECT h.comm_communicationid AS id, h.activity_type AS activity, h.hubspot_engagement_id
FROM v_in_hubspot h
WHERE NOT EXISTS (SELECT 1 FROM ic_communication_master m WHERE m.id = h.comm_communicationid)
ORDER BY h.comm_communicationid;
