/* The one small door to SQLite.
 *
 * Every call checks every return code. After SQLITE_FULL, SQLITE_IOERR or SQLITE_NOMEM SQLite may already have rolled
 * the whole transaction back, and what follows would commit row by row: a statement that writes outside a transaction
 * is therefore refused, and a failed transaction can only be rolled back. Errors: a full or failing disk, a locked or
 * foreign file is ERR_ENVIRONMENT; anything else is ERR_FAULT.
 */
#ifndef CORE_DB_H
#define CORE_DB_H

#include "core/err.h"

#include <sqlite3.h>
#include <stddef.h>
#include <stdint.h>

enum db_mode {
	DB_READ,  /* the file must exist; is not changed, but for rolling back what a killed program began */
	DB_WRITE, /* the file must exist; rollback journal, synchronous=FULL */
	DB_BUILD, /* a new file that nobody sees before db_settle(): no journal and no syncing until then */
	DB_MEMORY /* `path` is ignored */
};

/* What the header of our files says. A file with another application_id is not ours, one with another version is
 * refused. */
struct db_identity {
	int application_id;
	int user_version;
};

struct db {
	sqlite3 *handle;
	char *path;
	bool failed; /* set by a failing statement, cleared by db_begin */
};

/* `identity` is checked for DB_READ and DB_WRITE, ignored otherwise; may be NULL. NULL on failure. */
struct db *db_open(const char *path, enum db_mode mode, const struct db_identity *identity, struct err *e);
void db_close(struct db *db); /* rolls back what is open; NULL is fine */

/* Closes a database that was built and makes sure that all of it is on the disk. The handle is gone either way. */
bool db_settle(struct db *db, struct err *e);

/* Copies the database to a new file, which is put in place when it is whole. */
bool db_backup(struct db *db, const char *path, struct err *e);

bool db_begin(struct db *db, struct err *e);
bool db_commit(struct db *db, struct err *e);
void db_rollback(struct db *db);

/* Runs all statements of a text; rows are thrown away. An error reads "NAME:LINE: what". */
bool db_script(struct db *db, const char *name, const char *sql, struct err *e);

/* Fills `e` from the handle's last error, with `name` as its place. Always returns false. */
bool db_error(struct db *db, const char *name, struct err *e);

/* A prepared statement. Zero-initialise; query_close(&q) is fine on an unopened one. */
struct query {
	sqlite3_stmt *stmt;
	struct db *db;
	const char *name; /* its file, for errors; not owned */
};

enum query_step { QUERY_ROW, QUERY_END, QUERY_FAILED, QUERY_CONSTRAINT };

/* Prepares the first statement of `sql`. */
bool query_open(struct query *q, struct db *db, const char *name, const char *sql, struct err *e);
void query_close(struct query *q);

/* Parameters count from 1. Texts are not copied: they must live until the statement is stepped and reset. */
void query_bind_int(struct query *q, int at, int64_t value);
void query_bind_text(struct query *q, int at, const char *text); /* NULL binds NULL */
void query_bind_bytes(struct query *q, int at, const char *text, size_t size);
void query_bind_blob(struct query *q, int at, const void *bytes, size_t size);
void query_bind_null(struct query *q, int at);

enum query_step query_next(struct query *q, struct err *e);
void query_reset(struct query *q); /* before binding again */

/* Steps to the end, throwing rows away, and resets. */
bool query_run(struct query *q, struct err *e);

/* As query_run(), but a row that a CHECK or NOT NULL of its table refuses is an answer, not a failure:
 * QUERY_CONSTRAINT, with SQLite's words in e->text, and the transaction goes on. */
enum query_step query_try(struct query *q, struct err *e);

/* Columns count from 0; texts are valid until the next step. */
int64_t query_int(struct query *q, int column);
double query_real(struct query *q, int column);
const char *query_text(struct query *q, int column); /* NULL when NULL */
size_t query_size(struct query *q, int column);
bool query_null(struct query *q, int column);

/* One integer from a statement without parameters. */
bool db_int(struct db *db, const char *name, const char *sql, int64_t *value, struct err *e);

#endif
