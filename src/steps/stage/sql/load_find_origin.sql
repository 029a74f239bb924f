SELECT o.input_id, o.line, i.name FROM row_origin o JOIN input i ON i.id = o.input_id WHERE o.comm_communicationid = ?1;
