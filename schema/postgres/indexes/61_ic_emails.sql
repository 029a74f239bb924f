-- The indexes of ic_emails. The first carries the uniqueness of the master id: a communication has one derived row.
CREATE UNIQUE INDEX IF NOT EXISTS idx_ic_emails_master_id ON ic_emails (ic_communication_master_id);
CREATE INDEX IF NOT EXISTS idx_ic_emails_activity_date ON ic_emails (activity_date);
CREATE INDEX IF NOT EXISTS idx_ic_emails_contact ON ic_emails (associated_contact_id);
CREATE INDEX IF NOT EXISTS idx_ic_emails_company ON ic_emails (associated_company_id);
CREATE INDEX IF NOT EXISTS idx_ic_emails_deal ON ic_emails (associated_deal_id);
CREATE INDEX IF NOT EXISTS idx_ic_emails_api_status ON ic_emails (api_push_status);
CREATE INDEX IF NOT EXISTS idx_ic_emails_from_address ON ic_emails (email_from_address);
CREATE INDEX IF NOT EXISTS idx_ic_emails_to_address ON ic_emails (email_to_address);
