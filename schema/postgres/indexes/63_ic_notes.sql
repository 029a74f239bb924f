-- The indexes of ic_notes. The first carries the uniqueness of the master id: a communication has one derived row.
CREATE UNIQUE INDEX IF NOT EXISTS idx_ic_notes_master_id ON ic_notes (ic_communication_master_id);
CREATE INDEX IF NOT EXISTS idx_ic_notes_activity_date ON ic_notes (activity_date);
CREATE INDEX IF NOT EXISTS idx_ic_notes_contact ON ic_notes (associated_contact_id);
CREATE INDEX IF NOT EXISTS idx_ic_notes_company ON ic_notes (associated_company_id);
CREATE INDEX IF NOT EXISTS idx_ic_notes_deal ON ic_notes (associated_deal_id);
CREATE INDEX IF NOT EXISTS idx_ic_notes_api_status ON ic_notes (api_push_status);
