CREATE TEMP TABLE IF NOT EXISTS rolled_back (comm_communicationid INTEGER PRIMARY KEY);
DELETE FROM rolled_back;
