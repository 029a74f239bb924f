-- Communications that were pulled from this server and are not there any more: they are not brought back.
INSERT INTO hs_conflict
SELECT x.comm_communicationid, 'deleted', NULL
FROM hs_ic_communication_master x
WHERE x.hs_pulled
	AND NOT EXISTS (SELECT 1 FROM ic_communication_master t WHERE t.comm_communicationid = x.comm_communicationid);
