-- A later file has the communication again: what the earlier one gave is set aside. ?2: the later file.
INSERT INTO replaced_row (comm_communicationid, input_id, line, byte_offset, byte_length, replaced_by_input_id)
SELECT comm_communicationid, input_id, line, byte_offset, byte_length, ?2
FROM row_origin WHERE comm_communicationid = ?1
UNION ALL
SELECT comm_communicationid, input_id, line, byte_offset, byte_length, ?2
FROM communication_link WHERE comm_communicationid = ?1;
