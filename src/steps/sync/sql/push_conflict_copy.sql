COPY (
	SELECT comm_communicationid, table_name AS changed_in, server_last_updated
	FROM hs_conflict ORDER BY comm_communicationid, table_name
) TO STDOUT WITH (FORMAT csv, HEADER true);
