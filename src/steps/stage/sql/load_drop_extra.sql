DELETE FROM source_extra WHERE comm_communicationid = ?1;
