#include "core/db.h"

#include "core/file.h"
#include "core/mem.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BUSY_MS = 5000 };

/* The line of `sql` that holds byte `at`, from 1. */
static int
line_of(const char *sql, int at)
{
	int line = 1;

	for (int i = 0; i < at && sql[i] != '\0'; i++)
		line += sql[i] == '\n';
	return line;
}

static bool
is_environment(int code)
{
	switch (code & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_FULL:
	case SQLITE_IOERR:
	case SQLITE_READONLY:
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
	case SQLITE_AUTH:
	case SQLITE_NOTADB:
	case SQLITE_CORRUPT:
	case SQLITE_NOLFS:
	case SQLITE_PROTOCOL:
	case SQLITE_NOMEM:
		return true;
	default:
		return false;
	}
}

bool
db_error(struct db *db, const char *name, struct err *e)
{
	int code = sqlite3_extended_errcode(db->handle);

	db->failed = true;
	if ((code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED)
		return err_set(e, ERR_ENVIRONMENT, "%s is open in another program that holds it", db->path);
	if ((code & 0xff) == SQLITE_NOTADB)
		return err_set(e, ERR_ENVIRONMENT, "%s is not an SQLite database", db->path);
	if (is_environment(code))
		return err_set(
			e, ERR_ENVIRONMENT, "%s: %s (SQLite code %d)", db->path, sqlite3_errmsg(db->handle), code);
	return err_set(e, ERR_FAULT, "%s: %s", name, sqlite3_errmsg(db->handle));
}

bool
db_script_error(struct db *db, const char *name, const char *script, const char *statement, struct err *e)
{
	int at = sqlite3_error_offset(db->handle);
	int line = line_of(script, (int)(statement - script) + (at > 0 ? at : 0));
	char place[512];

	sqlite3_snprintf(sizeof place, place, "%s:%d", name, line);
	return db_error(db, place, e);
}

/* Statement texts begin after blank lines and comments, so that an error names the line of the statement itself. */
static const char *
skip_blank(const char *sql)
{
	for (;;) {
		sql += strspn(sql, " \t\r\n");
		if (sql[0] == '-' && sql[1] == '-')
			sql += strcspn(sql, "\n");
		else
			return sql;
	}
}

static bool
check_identity(struct db *db, const struct db_identity *identity, struct err *e)
{
	int64_t id = 0, version = 0;

	if (!db_int(db, "application_id", "PRAGMA application_id", &id, e) ||
		!db_int(db, "user_version", "PRAGMA user_version", &version, e))
		return false;
	if (id != identity->application_id)
		return err_set(e, ERR_ENVIRONMENT, "%s is a database of another program (application_id %lld)",
			db->path, (long long)id);
	if (version > identity->user_version)
		return err_set(e, ERR_ENVIRONMENT,
			"%s was made by a newer version (user_version %lld, this one knows %d)", db->path,
			(long long)version, identity->user_version);
	if (version < identity->user_version)
		return err_set(e, ERR_ENVIRONMENT,
			"%s was made by an older version (user_version %lld, this one writes %d)", db->path,
			(long long)version, identity->user_version);
	return true;
}

static const char *
settings_of(enum db_mode mode)
{
	switch (mode) {
	case DB_BUILD:
		return "PRAGMA page_size=32768; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA "
		       "locking_mode=EXCLUSIVE;"
		       "PRAGMA cache_size=-49152; PRAGMA temp_store=FILE; PRAGMA foreign_keys=ON; PRAGMA "
		       "trusted_schema=OFF;"
		       "PRAGMA cell_size_check=OFF";
	case DB_WRITE:
		return "PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA cache_size=-49152; PRAGMA "
		       "temp_store=FILE;"
		       "PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF";
	case DB_READ:
		return "PRAGMA query_only=ON; PRAGMA cache_size=-49152; PRAGMA temp_store=FILE; PRAGMA "
		       "trusted_schema=OFF";
	default:
		return "PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF";
	}
}

static bool
open_handle(struct db *db, enum db_mode mode, struct err *e)
{
	static const int flags[] = {
		[DB_READ] = SQLITE_OPEN_READWRITE, /* to take back what a killed program left half written */
		[DB_WRITE] = SQLITE_OPEN_READWRITE,
		[DB_BUILD] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
		[DB_MEMORY] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY,
	};
	int code = sqlite3_open_v2(db->path, &db->handle, flags[mode] | SQLITE_OPEN_NOMUTEX, NULL);

	if (code != SQLITE_OK)
		return err_set(e, ERR_ENVIRONMENT, "%s: %s", db->path, sqlite3_errstr(code));
	sqlite3_extended_result_codes(db->handle, 1);
	sqlite3_busy_timeout(db->handle, BUSY_MS);
	return true;
}

/* Once, before SQLite starts: a handle is used by one thread at a time, and nobody asks for memory statistics, whose
 * mutex would be taken at every allocation. */
static void
configure(void)
{
	sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

struct db *
db_open(const char *path, enum db_mode mode, const struct db_identity *identity, struct err *e)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	struct db *db = mem_new(sizeof *db);
	bool ok;

	pthread_once(&once, configure);
	db->path = mem_text(mode == DB_MEMORY ? ":memory:" : path);
	ok = open_handle(db, mode, e);
	if (ok && identity != NULL && (mode == DB_READ || mode == DB_WRITE))
		ok = check_identity(db, identity, e);
	ok = ok && db_script(db, "settings", settings_of(mode), e);
	if (!ok) {
		db_close(db);
		db = NULL;
	}
	return db;
}

void
db_close(struct db *db)
{
	if (db == NULL)
		return;
	db_rollback(db);
	sqlite3_close_v2(db->handle);
	free(db->path);
	free(db);
}

bool
db_settle(struct db *db, struct err *e)
{
	int code = sqlite3_close(db->handle), fd = -1;
	bool ok = code == SQLITE_OK || err_set(e, ERR_FAULT, "%s: %s", db->path, sqlite3_errstr(code));

	if (ok)
		db->handle = NULL;
	if (ok)
		ok = (fd = open(db->path, O_RDONLY | O_CLOEXEC)) >= 0 || err_system(e, "%s", db->path);
	ok = ok && (fsync(fd) == 0 || err_system(e, "%s", db->path));
	if (fd >= 0)
		close(fd);
	db_close(db);
	return ok;
}

/* Copies all pages in one go: a reader's lock is enough, and the source does not change under it. */
static bool
copy_pages(struct db *from, struct db *to, struct err *e)
{
	sqlite3_backup *backup = sqlite3_backup_init(to->handle, "main", from->handle, "main");

	if (backup == NULL)
		return db_error(to, "backup", e);
	sqlite3_backup_step(backup, -1);
	return sqlite3_backup_finish(backup) == SQLITE_OK || db_error(to, "backup", e);
}

bool
db_backup(struct db *db, const char *path, struct err *e)
{
	char *partial = mem_format("%s.partial", path);
	struct db *to;
	struct err ignored;
	bool ok = file_remove_tree(partial, e) && (to = db_open(partial, DB_BUILD, NULL, e)) != NULL;

	if (ok)
		ok = copy_pages(db, to, e) ? db_settle(to, e) : (db_close(to), false);
	ok = ok && file_move(partial, path, e);
	if (!ok)
		file_remove_tree(partial, &ignored);
	free(partial);
	return ok;
}

bool
db_begin(struct db *db, struct err *e)
{
	db->failed = false;
	return sqlite3_exec(db->handle, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK || db_error(db, "begin", e);
}

bool
db_commit(struct db *db, struct err *e)
{
	if (db->failed || sqlite3_get_autocommit(db->handle)) {
		db_rollback(db);
		return err_set(e, ERR_FAULT, "%s: a failed transaction cannot be committed", db->path);
	}
	if (sqlite3_exec(db->handle, "COMMIT", NULL, NULL, NULL) != SQLITE_OK) {
		db_error(db, "commit", e);
		db_rollback(db);
		return false;
	}
	return true;
}

void
db_rollback(struct db *db)
{
	if (db->handle != NULL && !sqlite3_get_autocommit(db->handle))
		sqlite3_exec(db->handle, "ROLLBACK", NULL, NULL, NULL);
}

bool
db_script(struct db *db, const char *name, const char *sql, struct err *e)
{
	const char *at = skip_blank(sql);

	while (*at != '\0') {
		sqlite3_stmt *stmt = NULL;
		const char *tail = NULL;
		int code = sqlite3_prepare_v2(db->handle, at, -1, &stmt, &tail);

		if (code != SQLITE_OK)
			return db_script_error(db, name, sql, at, e);
		while ((code = sqlite3_step(stmt)) == SQLITE_ROW)
			;
		sqlite3_finalize(stmt);
		if (code != SQLITE_DONE && code != SQLITE_OK && stmt != NULL)
			return db_script_error(db, name, sql, at, e);
		at = skip_blank(tail);
	}
	return true;
}

bool
db_int(struct db *db, const char *name, const char *sql, int64_t *value, struct err *e)
{
	struct query q = {0};
	enum query_step step = QUERY_FAILED;

	if (query_open(&q, db, name, sql, e))
		step = query_next(&q, e);
	if (step == QUERY_ROW)
		*value = query_int(&q, 0);
	query_close(&q);
	return step == QUERY_ROW || (step == QUERY_END && err_set(e, ERR_FAULT, "%s: no row", name));
}
