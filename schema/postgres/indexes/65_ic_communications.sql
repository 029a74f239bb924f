-- The indexes of ic_communications. The first carries the uniqueness of the master id: a communication has one
-- derived row.
CREATE UNIQUE INDEX IF NOT EXISTS idx_ic_comms_master_id ON ic_communications (ic_communication_master_id);
CREATE INDEX IF NOT EXISTS idx_ic_comms_activity_date ON ic_communications (activity_date);
CREATE INDEX IF NOT EXISTS idx_ic_comms_channel ON ic_communications (channel_type);
CREATE INDEX IF NOT EXISTS idx_ic_comms_contact ON ic_communications (associated_contact_id);
CREATE INDEX IF NOT EXISTS idx_ic_comms_company ON ic_communications (associated_company_id);
CREATE INDEX IF NOT EXISTS idx_ic_comms_deal ON ic_communications (associated_deal_id);
CREATE INDEX IF NOT EXISTS idx_ic_comms_api_status ON ic_communications (api_push_status);
