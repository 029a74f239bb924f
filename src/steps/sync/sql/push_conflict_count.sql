SELECT count(DISTINCT comm_communicationid) FROM hs_conflict;
