SELECT entity, legacy_id FROM exemption ORDER BY entity, legacy_id;
