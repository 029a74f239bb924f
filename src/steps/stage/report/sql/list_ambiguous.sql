-- Legacy ids to which the reconciliation files give two HubSpot ids.
SELECT a.entity, a.legacy_id, a.hubspot_id, i.name AS file, a.line
FROM ambiguous_mapping a LEFT JOIN input i ON i.id = a.input_id
ORDER BY a.entity, a.legacy_id, a.input_id, a.line;
