-- The words of the code columns, per type, and how many rows have each; without those that a rule decides on its own.
SELECT activity, a AS "column", b AS word, rows, first_id FROM temp.report_count WHERE kind = 'word'
ORDER BY activity, a, rows DESC, b;
