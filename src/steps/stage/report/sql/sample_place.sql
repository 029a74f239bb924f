-- Where communication ?1 stands.
SELECT i.name, o.line FROM row_origin o JOIN input i ON i.id = o.input_id WHERE o.comm_communicationid = ?1;
