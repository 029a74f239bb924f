SELECT read, loaded, merged, replaced, rejected, derived, skipped, error, new, changed, unchanged, held, vanished
FROM v_accounting;
