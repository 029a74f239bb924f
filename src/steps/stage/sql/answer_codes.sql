-- What is to be looked at: rejects, rows in error and findings by code, with the first place or id of each.
SELECT 'rejected' AS kind, r.code AS code, count(*) AS rows, i.name || ':' || min(r.line) AS first
FROM reject r JOIN input i ON i.id = r.input_id
GROUP BY r.code
UNION ALL
SELECT 'error', error_message, count(*), min(id) FROM ic_communication_master WHERE staging_status = 'error' GROUP BY error_message
UNION ALL
SELECT kind, code, count(DISTINCT comm_communicationid), min(comm_communicationid) FROM finding GROUP BY kind, code
ORDER BY 1 DESC, 3 DESC, 2;
