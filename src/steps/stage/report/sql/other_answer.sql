-- What combination ?1 becomes, and why; with the fate of it when that is not to be derived.
SELECT activity_type,
	CASE decision WHEN 'hold' THEN 'held: ' WHEN 'skip' THEN 'skipped: ' ELSE '' END || ifnull(reason, 'no reason given')
FROM code_combination WHERE id = ?1;
