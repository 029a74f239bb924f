INSERT INTO payload_template (activity, key_property, key_column, contact_type, company_type, deal_type)
VALUES ($1, $2, $3, $4::bigint, $5::bigint, $6::bigint);
