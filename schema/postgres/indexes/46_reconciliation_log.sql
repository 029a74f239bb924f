-- The index that a push looks for its own log rows with.
CREATE INDEX IF NOT EXISTS idx_reconciliation_log_legacy_id ON reconciliation_log (operation, entity_type, legacy_id);
