-- The indexes of ic_tasks. The first carries the uniqueness of the master id: a communication has one derived row.
CREATE UNIQUE INDEX IF NOT EXISTS idx_ic_tasks_master_id ON ic_tasks (ic_communication_master_id);
CREATE INDEX IF NOT EXISTS idx_ic_tasks_due_date ON ic_tasks (due_date);
CREATE INDEX IF NOT EXISTS idx_ic_tasks_status ON ic_tasks (task_status);
CREATE INDEX IF NOT EXISTS idx_ic_tasks_priority ON ic_tasks (task_priority);
CREATE INDEX IF NOT EXISTS idx_ic_tasks_contact ON ic_tasks (associated_contact_id);
CREATE INDEX IF NOT EXISTS idx_ic_tasks_company ON ic_tasks (associated_company_id);
CREATE INDEX IF NOT EXISTS idx_ic_tasks_deal ON ic_tasks (associated_deal_id);
CREATE INDEX IF NOT EXISTS idx_ic_tasks_api_status ON ic_tasks (api_push_status);
CREATE INDEX IF NOT EXISTS idx_ic_tasks_source_type ON ic_tasks (source_type);
CREATE INDEX IF NOT EXISTS idx_ic_tasks_source_case ON ic_tasks (source_case_id);
CREATE INDEX IF NOT EXISTS idx_ic_tasks_is_overdue ON ic_tasks (is_overdue);
