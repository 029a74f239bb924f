-- v_gate: the checkpoints: each measurement beside its threshold. A gate that was not measured yet is not here; a
-- rate over no rows (value NULL) passes. A failed 'gate' is below the checkpoint, a failed 'warning' wants a look.
-- '>' and '<' are strict.
CREATE VIEW v_gate AS
WITH gate (position, name, checkpoint, title, comparison, threshold, unit, level) AS (
	VALUES
		(1, 'setup_tables', 'set-up', 'tables of the schema',
			'=', 8, 'tables', 'gate'),
		(2, 'setup_indexes', 'set-up', 'named indexes',
			'=', 66, 'indexes', 'gate'),
		(3, 'setup_constraints', 'set-up', 'foreign keys, unique indexes and checks',
			'=', 88, 'constraints', 'gate'),
		(4, 'setup_views', 'set-up', 'views that can be queried',
			'=', 9, 'views', 'gate'),
		(5, 'setup_classification', 'set-up', 'classification probes that get another activity',
			'=', 0, 'probes', 'gate'),
		(6, 'load_accounting', 'load', 'records neither loaded nor merged, replaced or rejected',
			'=', 0, 'rows', 'gate'),
		(7, 'load_required', 'load', 'rows without a required column',
			'=', 0, 'rows', 'gate'),
		(8, 'load_types', 'load', 'rows of an unknown activity type',
			'=', 0, 'rows', 'gate'),
		(9, 'load_types_empty', 'load', 'activity types without a row',
			'=', 0, 'types', 'warning'),
		(10, 'load_types_share', 'load', 'share of the largest activity type',
			'<=', (SELECT max_type_share_pct FROM this_run), '%', 'warning'),
		(11, 'load_date_order', 'load', 'actions most of whose rows end before they start',
			'=', 0, 'actions', 'warning'),
		(11, 'load_unrecognised', 'load', 'rows that no rule recognised',
			'=', 0, 'rows', 'warning'),
		(12, 'resolution_contact', 'resolution', 'persons resolved to a contact',
			'>', (SELECT min_resolution_pct FROM this_run), '%', 'gate'),
		(13, 'resolution_company', 'resolution', 'companies resolved',
			'>', (SELECT min_resolution_pct FROM this_run), '%', 'gate'),
		(14, 'resolution_deal', 'resolution', 'opportunities resolved to a deal',
			'>', (SELECT min_resolution_pct FROM this_run), '%', 'gate'),
		(15, 'resolution_orphans', 'resolution', 'communications whose own references resolve to nothing',
			'<', (SELECT max_orphan_pct FROM this_run), '%', 'gate'),
		(16, 'resolution_logged', 'resolution', 'unresolved references that the log does not have',
			'=', 0, 'references', 'gate'),
		(17, 'derivation_coverage', 'derivation', 'rows missing from their table, or in a wrong one',
			'=', 0, 'rows', 'gate'),
		(18, 'derivation_required_calls', 'derivation', 'calls with their required columns filled',
			'>', (SELECT min_required_pct FROM this_run), '%', 'gate'),
		(19, 'derivation_required_emails', 'derivation', 'emails with their required columns filled',
			'>', (SELECT min_required_pct FROM this_run), '%', 'gate'),
		(20, 'derivation_required_meetings', 'derivation', 'meetings with their required columns filled',
			'>', (SELECT min_required_pct FROM this_run), '%', 'gate'),
		(21, 'derivation_required_notes', 'derivation', 'notes with their required columns filled',
			'>', (SELECT min_required_pct FROM this_run), '%', 'gate'),
		(22, 'derivation_required_tasks', 'derivation', 'tasks with their required columns filled',
			'>', (SELECT min_required_pct FROM this_run), '%', 'gate'),
		(23, 'derivation_required_communications', 'derivation', 'communications with their required columns filled',
			'>', (SELECT min_required_pct FROM this_run), '%', 'gate'),
		(24, 'derivation_required_postal_mail', 'derivation', 'postal mail with their required columns filled',
			'>', (SELECT min_required_pct FROM this_run), '%', 'gate'),
		(25, 'derivation_date_logic', 'derivation', 'meetings that end before they start',
			'=', 0, 'rows', 'gate'),
		(26, 'derivation_enums', 'derivation', 'rows with a value outside its list',
			'=', 0, 'rows', 'gate'),
		(27, 'payloads_missing', 'payloads', 'derived rows without a payload',
			'=', 0, 'rows', 'gate'),
		(28, 'payloads_json', 'payloads', 'payloads that are no JSON',
			'=', 0, 'rows', 'gate'),
		(29, 'payloads_shape', 'payloads', 'payloads not in HubSpot''s shape',
			'=', 0, 'rows', 'gate')
)
SELECT g.name, g.checkpoint, g.title, m.value, g.threshold, g.comparison, g.unit, g.level,
	m.value IS NULL OR CASE g.comparison
		WHEN '=' THEN m.value = g.threshold
		WHEN '>' THEN m.value > g.threshold
		WHEN '<' THEN m.value < g.threshold
		WHEN '<=' THEN m.value <= g.threshold
	END AS passed
FROM gate g
JOIN measurement m ON m.name = g.name
ORDER BY g.position;
