-- gate: load_date_order
-- The actions most of whose rows end before they start: perhaps the setting task_due names the wrong column.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'load_date_order' AND NOT passed)
SELECT d.comm_action, d.activity_type, d.row_count, d.backwards_count, round(d.backwards_pct, 1) AS backwards_pct
FROM failed CROSS JOIN v_date_order d
WHERE d.backwards_pct > 50
ORDER BY d.backwards_count DESC
LIMIT 20;
