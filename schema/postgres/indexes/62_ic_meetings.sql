-- The indexes of ic_meetings. The first carries the uniqueness of the master id: a communication has one derived row.
CREATE UNIQUE INDEX IF NOT EXISTS idx_ic_meetings_master_id ON ic_meetings (ic_communication_master_id);
CREATE INDEX IF NOT EXISTS idx_ic_meetings_start_time ON ic_meetings (meeting_start_time);
CREATE INDEX IF NOT EXISTS idx_ic_meetings_end_time ON ic_meetings (meeting_end_time);
CREATE INDEX IF NOT EXISTS idx_ic_meetings_contact ON ic_meetings (associated_contact_id);
CREATE INDEX IF NOT EXISTS idx_ic_meetings_company ON ic_meetings (associated_company_id);
CREATE INDEX IF NOT EXISTS idx_ic_meetings_deal ON ic_meetings (associated_deal_id);
CREATE INDEX IF NOT EXISTS idx_ic_meetings_api_status ON ic_meetings (api_push_status);
CREATE INDEX IF NOT EXISTS idx_ic_meetings_outcome ON ic_meetings (meeting_outcome);
