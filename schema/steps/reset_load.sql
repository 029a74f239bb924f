-- reset_load: back to before load: the master is emptied, and what hangs on it. The reconciliation tables, the rule
-- set and the receipts stay. Each reset file undoes one step; the program runs those of the later steps first.
DELETE FROM ic_calls;
DELETE FROM ic_emails;
DELETE FROM ic_meetings;
DELETE FROM ic_notes;
DELETE FROM ic_tasks;
DELETE FROM ic_communications;
DELETE FROM ic_postal_mail;
DELETE FROM finding;
DELETE FROM ic_communication_master;
DELETE FROM row_origin;
DELETE FROM email_body;
DELETE FROM filter_hit;
DELETE FROM filtered_row;
DELETE FROM source_mark;
DELETE FROM source_extra;
DELETE FROM repair;
DELETE FROM communication_link;
DELETE FROM replaced_row;
DELETE FROM reject WHERE input_id IN (SELECT id FROM input WHERE kind = 'communications');
DELETE FROM input_column WHERE input_id IN (SELECT id FROM input WHERE kind = 'communications');
DELETE FROM input_fact WHERE input_id IN (SELECT id FROM input WHERE kind = 'communications');
DELETE FROM input WHERE kind = 'communications';
DELETE FROM code_combination;
DELETE FROM reconciliation_log WHERE operation = 'FK_RESOLUTION' AND entity_type IN ('contact', 'company', 'deal');
DELETE FROM measurement WHERE name GLOB 'load_*';
