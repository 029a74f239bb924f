SELECT count(*)
FROM receipt
WHERE comm_communicationid NOT IN (SELECT comm_communicationid FROM ic_communication_master)
