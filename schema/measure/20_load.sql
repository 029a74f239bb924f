-- The load: every record accounted for, and what the activity types look like. Nothing here reads the master itself:
-- its indexes and row_origin hold the answers. load_required is a constant 0 while the columns are NOT NULL.
INSERT OR REPLACE INTO measurement
SELECT 'load_accounting',
	(SELECT total(rows_read) FROM input WHERE kind = 'communications')
	- (SELECT count(*) FROM ic_communication_master)
	- (SELECT count(*) FROM communication_link)
	- (SELECT count(*) FROM replaced_row)
	- (SELECT count(*) FROM reject r JOIN input i ON i.id = r.input_id WHERE i.kind = 'communications');

INSERT OR REPLACE INTO measurement
SELECT 'load_required', count(*) FROM ic_communication_master
WHERE comm_communicationid IS NULL OR comm_type IS NULL OR comm_datetime IS NULL OR comm_createddate IS NULL
	OR derived_activity_type IS NULL;

INSERT OR REPLACE INTO measurement
WITH kind (activity_type) AS (
	VALUES ('calls'), ('emails'), ('meetings'), ('notes'), ('tasks'), ('communications'), ('postal_mail')
),
share AS MATERIALIZED (
	SELECT derived_activity_type AS activity_type, count(*) AS row_count
	FROM ic_communication_master GROUP BY derived_activity_type
)
SELECT 'load_types', total(row_count) FROM share WHERE activity_type NOT IN (SELECT activity_type FROM kind)
UNION ALL
SELECT 'load_types_empty', count(*) FROM kind WHERE activity_type NOT IN (SELECT activity_type FROM share)
UNION ALL
SELECT 'load_types_share', 100.0 * max(row_count) / sum(row_count) FROM share;

INSERT OR REPLACE INTO measurement
SELECT 'load_unrecognised', total(row_count) FROM v_unrecognised_code;
