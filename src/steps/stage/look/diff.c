#include "steps/stage/look/diff.h"

#include "rules/sql.h"

/* Opened alone first: attaching asks neither whose file it is nor of which version. */
static bool
check(const char *path, struct err *e)
{
	struct db *db = db_open(path, DB_READ, &sql_identity, e);

	db_close(db);
	return db != NULL;
}

/* An attached file is opened as the main one is: to read. */
static bool
attach(struct db *db, const char *path, struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&q, db, "src/steps/stage/look/sql/diff_attach.sql", e);

	if (ok) {
		query_bind_text(&q, 1, path);
		ok = query_run(&q, e);
	}
	query_close(&q);
	return ok;
}

struct db *
diff_open(const char *old_path, const char *new_path, struct err *e)
{
	struct db *db = check(old_path, e) ? db_open(new_path, DB_READ, &sql_identity, e) : NULL;

	if (db != NULL && (!attach(db, old_path, e) || !sql_run(db, "src/steps/stage/look/sql/diff.sql", e))) {
		db_close(db);
		db = NULL;
	}
	return db;
}
