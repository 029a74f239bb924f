CREATE TEMPORARY TABLE hs_conflict (
	comm_communicationid integer NOT NULL,
	table_name text NOT NULL,
	server_last_updated timestamp
) ON COMMIT DROP;
