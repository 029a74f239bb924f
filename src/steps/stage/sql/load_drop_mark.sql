DELETE FROM source_mark WHERE comm_communicationid = ?1;
