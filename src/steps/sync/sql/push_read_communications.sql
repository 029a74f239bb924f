SELECT m.comm_communicationid, d.*
FROM ic_communications d
JOIN ic_communication_master m ON m.id = d.ic_communication_master_id
ORDER BY d.id;
