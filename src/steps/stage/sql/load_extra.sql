INSERT INTO source_extra (comm_communicationid, name, value) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING;
