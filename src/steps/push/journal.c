#include "steps/push/journal.h"

#include "core/buf.h"
#include "core/clock.h"
#include "core/file.h"
#include "core/mem.h"
#include "rules/embedded.h"
#include "rules/sql.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

enum { BUSY_MS = 60000 };

#define SCRIPT "schema/push/%04d.sql"

static const char *
script_of(int version, char path[64])
{
	snprintf(path, 64, SCRIPT, version);
	return path;
}

int
journal_version(void)
{
	char path[64];
	int version = 0;

	while (embedded_find(script_of(version + 1, path)) != NULL)
		version++;
	return version;
}

/* Who holds the lock says so in it. */
static bool
refuse_lock(int fd, const char *path, struct err *e)
{
	char who[128] = "";
	ssize_t n = pread(fd, who, sizeof who - 1, 0);

	who[n > 0 ? n : 0] = '\0';
	who[strcspn(who, "\n")] = '\0';
	return err_set(e, ERR_REFUSED, "%s: the journal is held by another hubstage-push%s%s", path,
		who[0] == '\0' ? "" : ": ", who);
}

static bool
take_lock(struct journal *j, const char *path, struct err *e)
{
	char *lock = mem_format("%s.lock", path), host[64] = "", text[128];
	bool ok;

	j->lock = open(lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
	ok = j->lock >= 0 || err_system(e, "%s", lock);
	if (ok && flock(j->lock, LOCK_EX | LOCK_NB) != 0)
		ok = errno == EWOULDBLOCK ? refuse_lock(j->lock, path, e) : err_system(e, "%s", lock);
	if (ok) {
		gethostname(host, sizeof host - 1);
		snprintf(text, sizeof text, "process %ld on %s\n", (long)getpid(), host);
		ok = (ftruncate(j->lock, 0) == 0 && pwrite(j->lock, text, strlen(text), 0) == (ssize_t)strlen(text)) ||
		     err_system(e, "%s", lock);
	}
	free(lock);
	return ok;
}

static bool
upgrade(struct db *db, int version, struct err *e)
{
	char path[64];

	return db_begin(db, e) && sql_run(db, script_of(version, path), e) && db_commit(db, e);
}

/* From whatever version it has to ours. */
static bool
bring_up(struct db *db, struct err *e)
{
	int64_t id = 0, version = 0;
	int ours = journal_version();

	if (!db_int(db, "application_id", "PRAGMA application_id", &id, e) ||
		!db_int(db, "user_version", "PRAGMA user_version", &version, e))
		return false;
	if (id != JOURNAL_APPLICATION_ID)
		return err_set(
			e, ERR_ENVIRONMENT, "%s is no push journal (application_id %lld)", db->path, (long long)id);
	if (version > ours)
		return err_set(e, ERR_ENVIRONMENT,
			"%s was made by a newer version (user_version %lld, this one knows %d)", db->path,
			(long long)version, ours);
	for (int v = (int)version + 1; v <= ours; v++)
		if (!upgrade(db, v, e))
			return false;
	return true;
}

static bool
add_first_row(struct db *db, const char *tool_version, struct err *e)
{
	struct query q = {0};
	char now[CLOCK_TEXT_MAX];
	bool ok = sql_query(&q, db, "src/steps/push/sql/add_journal.sql", e);

	clock_write(now, clock_now(), 0);
	if (ok) {
		query_bind_text(&q, 1, now);
		query_bind_text(&q, 2, tool_version);
		ok = db_begin(db, e) && query_run(&q, e) && db_commit(db, e);
	}
	query_close(&q);
	return ok;
}

static bool
sync_file(const char *path, struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;

	if (!ok)
		err_system(e, "%s", path);
	if (fd >= 0)
		close(fd);
	return ok;
}

/* A new journal appears whole or not at all. */
static bool
make(const char *path, const char *tool_version, struct err *e)
{
	char *fresh = mem_format("%s.new", path);
	struct db *db = NULL;
	bool ok = file_remove_tree(fresh, e);
	char script[64];

	db = ok ? db_open(fresh, DB_BUILD, NULL, e) : NULL;
	ok = db != NULL && db_script(db, "journal", "PRAGMA page_size=4096", e);
	for (int v = 1; ok && v <= journal_version(); v++)
		ok = sql_run(db, script_of(v, script), e);
	ok = ok && add_first_row(db, tool_version, e);
	db_close(db);
	ok = ok && sync_file(fresh, e) && file_move(fresh, path, e);
	free(fresh);
	return ok;
}

static bool
make_directory(const char *path, struct err *e)
{
	const char *slash = strrchr(path, '/');
	char *dir = slash == NULL || slash == path ? NULL : mem_format("%.*s", (int)(slash - path), path);
	bool ok = dir == NULL || file_mkdir(dir, e);

	free(dir);
	return ok;
}

/* A write-ahead log costs one sync a transaction instead of four; over a network it is not safe. */
static bool
is_local(const char *path)
{
	static const uint32_t remote[] = {0x6969, 0x517B, 0xFF534D42, 0xFE534D42, 0x65735546, 0x01021997, 0x5346414F};
	struct statfs fs;

	if (statfs(path, &fs) != 0)
		return false;
	for (size_t i = 0; i < sizeof remote / sizeof *remote; i++)
		if ((uint32_t)fs.f_type == remote[i])
			return false;
	return true;
}

static bool
set_mode(struct journal *j, const char *path, struct err *e)
{
	sqlite3_busy_timeout(j->db->handle, BUSY_MS);
	return !is_local(path) || db_script(j->db, "journal", "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL", e);
}

struct journal *
journal_open(const char *path, const char *tool_version, struct err *e)
{
	struct journal *j = mem_new(sizeof *j);
	struct stat st;
	bool ok;

	j->lock = -1;
	ok = make_directory(path, e) && take_lock(j, path, e);
	if (ok && stat(path, &st) != 0)
		ok = errno == ENOENT ? make(path, tool_version, e) : err_system(e, "%s", path);
	j->db = ok ? db_open(path, DB_WRITE, NULL, e) : NULL;
	ok = j->db != NULL;
	ok = ok && set_mode(j, path, e) && bring_up(j->db, e);
	if (!ok) {
		journal_close(j);
		j = NULL;
	}
	return j;
}

struct journal *
journal_scratch(const char *tool_version, struct err *e)
{
	struct journal *j = mem_new(sizeof *j);
	char script[64];
	bool ok;

	j->lock = -1;
	j->db = db_open(NULL, DB_MEMORY, NULL, e);
	ok = j->db != NULL;
	for (int v = 1; ok && v <= journal_version(); v++)
		ok = sql_run(j->db, script_of(v, script), e);
	ok = ok && add_first_row(j->db, tool_version, e);
	if (!ok) {
		journal_close(j);
		j = NULL;
	}
	return j;
}

struct journal *
journal_read(const char *path, struct err *e)
{
	struct db_identity identity = {.application_id = JOURNAL_APPLICATION_ID, .user_version = journal_version()};
	struct journal *j = mem_new(sizeof *j);

	j->lock = -1;
	j->db = db_open(path, DB_READ, &identity, e);
	if (j->db == NULL) {
		journal_close(j);
		j = NULL;
	}
	return j;
}

void
journal_close(struct journal *j)
{
	struct err ignored;

	if (j == NULL)
		return;
	/* One plain file again, that can be copied; where a reader prevents that, the next pusher does it. */
	if (j->db != NULL && j->lock >= 0) {
		db_rollback(j->db);
		sqlite3_busy_timeout(j->db->handle, 0);
		db_script(j->db, "journal", "PRAGMA journal_mode=DELETE", &ignored);
	}
	db_close(j->db);
	if (j->lock >= 0)
		close(j->lock);
	free(j);
}
