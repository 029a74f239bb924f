-- Communications by month and type.
SELECT a AS month, activity, rows FROM temp.report_count WHERE kind = 'month' ORDER BY a, activity;
