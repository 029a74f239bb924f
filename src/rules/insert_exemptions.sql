INSERT INTO exemption (entity, legacy_id)
SELECT ?2, ?3 WHERE ?1 > 0;
