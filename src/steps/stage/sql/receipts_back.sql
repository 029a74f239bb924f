INSERT INTO rolled_back (comm_communicationid) VALUES (?1)
