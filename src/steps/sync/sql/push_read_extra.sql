SELECT comm_communicationid, name, value FROM source_extra ORDER BY comm_communicationid, name;
