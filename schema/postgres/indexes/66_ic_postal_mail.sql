-- The indexes of ic_postal_mail. The first carries the uniqueness of the master id: a communication has one derived
-- row.
CREATE UNIQUE INDEX IF NOT EXISTS idx_ic_postal_master_id ON ic_postal_mail (ic_communication_master_id);
CREATE INDEX IF NOT EXISTS idx_ic_postal_activity_date ON ic_postal_mail (activity_date);
CREATE INDEX IF NOT EXISTS idx_ic_postal_contact ON ic_postal_mail (associated_contact_id);
CREATE INDEX IF NOT EXISTS idx_ic_postal_company ON ic_postal_mail (associated_company_id);
CREATE INDEX IF NOT EXISTS idx_ic_postal_deal ON ic_postal_mail (associated_deal_id);
CREATE INDEX IF NOT EXISTS idx_ic_postal_api_status ON ic_postal_mail (api_push_status);
