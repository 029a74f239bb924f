-- The filters that hit communication ?1.
SELECT f.position AS filter, f.code AS code, f.decision AS decision, f.parameter AS parameter, f.reason AS reason
FROM filter_hit h JOIN v_filter f ON f.position = h.position
WHERE h.comm_communicationid = ?1
ORDER BY f.position;
