-- Communications that changed on the server since the pull, each once, the first thousand by id.
SELECT comm_communicationid, string_agg(DISTINCT table_name, ' ' ORDER BY table_name),
	to_char(max(server_last_updated), 'YYYY-MM-DD HH24:MI:SS.US')
FROM hs_conflict
GROUP BY comm_communicationid
ORDER BY comm_communicationid
LIMIT 1000;
