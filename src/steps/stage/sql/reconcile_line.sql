INSERT INTO temp.reconciliation_line (entity, legacy_id, hubspot_id, input_id, line) VALUES (?1, ?2, ?3, ?4, ?5);
