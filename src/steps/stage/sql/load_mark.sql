INSERT INTO source_mark (comm_communicationid, is_private, is_deleted) VALUES (?1, ?2, ?3)
ON CONFLICT (comm_communicationid) DO UPDATE
SET is_private = max(is_private, excluded.is_private), is_deleted = max(is_deleted, excluded.is_deleted);
