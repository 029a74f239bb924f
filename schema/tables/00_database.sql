-- staging.db: one local file that holds what was read, what was derived from it, and what HubSpot answered.
--
-- Record and derivable are kept apart. The record: input, input_column, reject, replaced_row, the source columns of
-- ic_communication_master, row_origin, communication_link, the four reconciliation tables, ambiguous_mapping and
-- receipt. Everything else follows from the record, the rule set and this_run, and may be dropped and made again.
--
-- Files run in name order: tables, indexes, views. All of it runs in the stock sqlite3 shell (3.38 or later): no
-- function and no parameter of ours.
--
-- Conventions of every file:
--   * Tables ic_* and *_reconciliation have the columns and names of the deployed PostgreSQL schema `staging`.
--   * A timestamp is TEXT 'YYYY-MM-DD HH:MM:SS', with a fraction of 1 to 6 digits, the last one not 0, only when
--     there is one: so texts compare as the times they stand for. All are on the source's clock (this_run.timezone).
--   * A boolean is INTEGER 0 or 1, JSON is TEXT, a decimal is REAL, a length limit counts characters.
--   * An enumeration of three and more values is a CASE: SQLite builds the list of an IN anew for every row inserted,
--     which costs 1.5 microseconds where CASE costs 0.05. A NULL passes where the column may be NULL.
--   * The program writes id = comm_communicationid into the master, and id = ic_communication_master_id into a
--     derivative, so that row order is bundle order and ids are the same in every run. Nothing here relies on it.
--   * Uniqueness of a communication id, and of a derivative's master id, lives in the named UNIQUE indexes only.
PRAGMA page_size = 32768; -- a derived row with its payload has some 2 kB: small pages waste a third of the file, and of the time
PRAGMA application_id = 1213420615; -- 'HSTG'
PRAGMA user_version = 1;
