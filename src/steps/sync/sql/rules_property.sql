INSERT INTO payload_property (activity, position, name, form, column_name, value, map, unless_equal, missing, unmapped,
	from_email, from_first_name, from_last_name, to_email, to_first_name, to_last_name, from_list, to_list, cc_list, bcc_list)
VALUES ($1, $2::integer, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20);
