-- The 13 indexes of ic_communication_master. The first carries the uniqueness of a communication id.
CREATE UNIQUE INDEX IF NOT EXISTS idx_ic_comm_master_comm_id ON ic_communication_master (comm_communicationid);
CREATE INDEX IF NOT EXISTS idx_ic_comm_master_derived_type ON ic_communication_master (derived_activity_type);
CREATE INDEX IF NOT EXISTS idx_ic_comm_master_staging_status ON ic_communication_master (staging_status);
CREATE INDEX IF NOT EXISTS idx_ic_comm_master_api_status ON ic_communication_master (api_push_status);
CREATE INDEX IF NOT EXISTS idx_ic_comm_master_person_id ON ic_communication_master (person_id);
CREATE INDEX IF NOT EXISTS idx_ic_comm_master_company_id ON ic_communication_master (company_id);
CREATE INDEX IF NOT EXISTS idx_ic_comm_master_opportunity_id ON ic_communication_master (comm_opportunityid);
CREATE INDEX IF NOT EXISTS idx_ic_comm_master_case_id ON ic_communication_master (comm_caseid);
CREATE INDEX IF NOT EXISTS idx_ic_comm_master_datetime ON ic_communication_master (comm_datetime);
CREATE INDEX IF NOT EXISTS idx_ic_comm_master_hubspot_contact ON ic_communication_master (hubspot_contact_id);
CREATE INDEX IF NOT EXISTS idx_ic_comm_master_hubspot_company ON ic_communication_master (hubspot_company_id);
CREATE INDEX IF NOT EXISTS idx_ic_comm_master_hubspot_deal ON ic_communication_master (hubspot_deal_id);
CREATE INDEX IF NOT EXISTS idx_ic_comm_master_orphaned ON ic_communication_master (is_orphaned);
