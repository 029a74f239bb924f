SELECT coalesce(max(v.most_in_a_second), 0), coalesce(max(v.most_in_a_second > r.rate), 0)
FROM v_rate v
JOIN run r ON r.id = v.run_id
WHERE r.bundle_id = ?1 AND r.kind = ?2
