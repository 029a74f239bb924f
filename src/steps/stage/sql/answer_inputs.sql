-- How the communications files were read, a fact a row.
SELECT i.name, f.name, f.value, f.evidence
FROM input i JOIN input_fact f ON f.input_id = i.id
ORDER BY i.id, f.name;
