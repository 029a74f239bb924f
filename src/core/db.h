/* The one small door to SQLite.
 *
 * Every call checks every return code. After SQLITE_FULL, SQLITE_IOERR or SQLITE_NOMEM SQLite may already have rolled
 * the whole transaction back, and what follows would commit row by row: a statement that writes outside a transaction
 * is therefore refused, and a failed transaction can only be rolled back. Errors: a full or failing disk, a locked or
 * foreign file and a lack of memory are ERR_ENVIRONMENT; anything else is ERR_FAULT.
 */
#ifndef CORE_DB_H
#define CORE_DB_H

#include "core/err.h"
#include "core/query.h"

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

/* The same for a statement of a script, whose line is part of the place. */
bool db_script_error(struct db *db, const char *name, const char *script, const char *statement, struct err *e);

/* One integer from a statement without parameters. */
bool db_int(struct db *db, const char *name, const char *sql, int64_t *value, struct err *e);

#endif
