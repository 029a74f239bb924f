-- Ids that stand in several rows of a file: with the same core (attendees), and with another (conflicts).
SELECT
	count(*) FILTER (WHERE cores = 1) AS attendee_ids,
	coalesce(sum(rows - 1) FILTER (WHERE cores = 1), 0) AS attendee_rows,
	count(*) FILTER (WHERE cores > 1) AS conflict_ids,
	coalesce(sum(rows - 1) FILTER (WHERE cores > 1), 0) AS conflict_rows
FROM (SELECT count(*) AS rows, count(DISTINCT core) AS cores FROM profile_row
	WHERE id IS NOT NULL GROUP BY file, id HAVING count(*) > 1);
