-- The indexes of ic_calls. The first carries the uniqueness of the master id: a communication has one derived row.
CREATE UNIQUE INDEX IF NOT EXISTS idx_ic_calls_master_id ON ic_calls (ic_communication_master_id);
CREATE INDEX IF NOT EXISTS idx_ic_calls_activity_date ON ic_calls (activity_date);
CREATE INDEX IF NOT EXISTS idx_ic_calls_contact ON ic_calls (associated_contact_id);
CREATE INDEX IF NOT EXISTS idx_ic_calls_company ON ic_calls (associated_company_id);
CREATE INDEX IF NOT EXISTS idx_ic_calls_deal ON ic_calls (associated_deal_id);
CREATE INDEX IF NOT EXISTS idx_ic_calls_api_status ON ic_calls (api_push_status);
CREATE INDEX IF NOT EXISTS idx_ic_calls_hubspot_engagement ON ic_calls (hubspot_engagement_id);
