#include "steps/stage/run/run.h"

#include "core/file.h"
#include "core/mem.h"
#include "rules/sql.h"
#include "steps/stage/bundle.h"
#include "steps/stage/derive.h"
#include "steps/stage/report/report.h"

#include <stdlib.h>
#include <sys/stat.h>

/* The journals go: beside a new database they would be taken for its own. */
static const char *const run_entries[] = {"staging.db", "staging.db-journal", "staging.db-wal", "staging.db-shm",
	"rejects.csv", "rejects.raw", "bundle", "report", "pull.json", NULL};

/* An empty workspace may be made beside the files that it is going to load: their pull.json stays. */
static const char *const init_entries[] = {"staging.db", "staging.db-journal", "staging.db-wal", "staging.db-shm",
	"rejects.csv", "rejects.raw", "bundle", "report", NULL};

/* Copies one table's rows from the old database to the new one, column by column. */
static bool
copy_rows(struct db *from, struct db *to, const char *select, const char *insert, struct err *e)
{
	struct query in = {0}, out = {0};
	enum query_step step = QUERY_FAILED;
	bool ok = sql_query(&in, from, select, e) && sql_query(&out, to, insert, e);

	while (ok && (step = query_next(&in, e)) == QUERY_ROW) {
		for (int i = 0; ok && i < sqlite3_column_count(in.stmt); i++)
			ok = sqlite3_bind_value(out.stmt, i + 1, sqlite3_column_value(in.stmt, i)) == SQLITE_OK ||
			     db_error(to, insert, e);
		ok = ok && query_run(&out, e);
	}
	query_close(&in);
	query_close(&out);
	return ok && step == QUERY_END;
}

/* The rows of a table that old databases lack. */
static bool
copy_newer(struct db *from, struct db *to, const char *table, const char *select, const char *insert, struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&q, from, "src/steps/stage/sql/has_table.sql", e), there = false;

	if (ok) {
		query_bind_text(&q, 1, table);
		ok = query_next(&q, e) == QUERY_ROW;
		there = ok && query_int(&q, 0) != 0;
	}
	query_close(&q);
	return ok && (!there || copy_rows(from, to, select, insert, e));
}

/* What no run may lose: the receipts, and the history of runs with their results. */
static bool
take_over(struct stage *stage, const char *old_path, struct err *e)
{
	struct stat st;
	struct db *old;
	bool ok;

	if (stat(old_path, &st) != 0)
		return true;
	old = db_open(old_path, DB_READ, &sql_identity, e);
	ok = old != NULL &&
	     copy_rows(old, stage->db, "src/steps/stage/run/sql/take_receipts.sql",
		     "src/steps/stage/run/sql/take_receipt.sql", e) &&
	     copy_rows(old, stage->db, "src/steps/stage/run/sql/take_runs.sql", "src/steps/stage/run/sql/take_run.sql",
		     e) &&
	     copy_newer(old, stage->db, "receipt_bundle", "src/steps/stage/run/sql/take_bundles.sql",
		     "src/steps/stage/run/sql/take_bundle.sql", e) &&
	     copy_newer(old, stage->db, "run_result", "src/steps/stage/run/sql/take_results.sql",
		     "src/steps/stage/run/sql/take_result.sql", e);
	db_close(old);
	return ok;
}

static bool
note_run(struct stage *stage, const char *command, struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&q, stage->db, "src/steps/stage/run/sql/note_run.sql", e);

	if (ok) {
		query_bind_text(&q, 1, command);
		ok = query_run(&q, e);
	}
	query_close(&q);
	return ok;
}

/* Opens a new database in .new, in a transaction, with the schema and what is taken over. */
static bool
begin(struct stage *stage, struct workspace *w, const char *command, struct err *e)
{
	char *path = file_join(w->new_dir, "staging.db");
	bool ok = workspace_begin(w, e) && (stage->db = db_open(path, DB_BUILD, NULL, e)) != NULL;

	free(path);
	stage->building = true;
	stage->dir = w->new_dir;
	return ok && db_begin(stage->db, e) && step_init(stage, e) && take_over(stage, w->database, e) &&
	       note_run(stage, command, e);
}

/* Commits, syncs, switches, and opens the result to read. */
static bool
finish(struct stage *stage, struct workspace *w, const char *const *entries, struct err *e)
{
	bool ok = db_commit(stage->db, e) && db_settle(stage->db, e);

	stage->db = NULL;
	stage->building = false;
	stage->dir = w->dir;
	return ok && workspace_switch(w, entries, e) &&
	       (stage->db = db_open(w->database, DB_READ, &sql_identity, e)) != NULL;
}

static void
give_up(struct stage *stage, struct workspace *w)
{
	db_close(stage->db);
	stage->db = NULL;
	workspace_undo(w);
}

static bool
index_master(struct stage *stage, struct err *e)
{
	return sql_run(stage->db, "schema/indexes/30_ic_communication_master.sql", e);
}

bool
run_all(struct stage *stage, struct workspace *w, struct err *e)
{
	char *dir = file_join(w->new_dir, "bundle");
	struct bundle *bundle = NULL;
	bool ok = begin(stage, w, "run", e) && step_load(stage, e) && index_master(stage, e) &&
		  step_resolve(stage, e) && (bundle = bundle_open(dir, e)) != NULL && derive_run(stage, bundle, e) &&
		  sql_run_folder(stage->db, "schema/indexes/derived", e) && step_validate(stage, e) &&
		  bundle_settle(bundle, stage, e) && step_report(stage, e) && finish(stage, w, run_entries, e);

	bundle_close(bundle);
	free(dir);
	if (!ok)
		give_up(stage, w);
	return ok;
}

bool
run_init(struct stage *stage, struct workspace *w, struct err *e)
{
	bool ok = begin(stage, w, "init", e) && index_master(stage, e) &&
		  sql_run_folder(stage->db, "schema/indexes/derived", e) && finish(stage, w, init_entries, e);

	if (!ok)
		give_up(stage, w);
	return ok;
}
