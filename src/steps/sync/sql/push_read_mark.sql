SELECT comm_communicationid, is_private, is_deleted FROM source_mark ORDER BY comm_communicationid;
