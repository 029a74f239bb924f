DELETE FROM communication_link WHERE comm_communicationid = ?1;
