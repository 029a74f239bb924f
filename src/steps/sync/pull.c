#include "steps/sync/pull.h"

#include "core/clock.h"
#include "core/file.h"
#include "core/mem.h"
#include "steps/sync/manifest.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	const char *kind, *name;
} names[] = {
	{"communications", "communications.csv"},
	{"contacts", "contacts.csv"},
	{"companies", "companies.csv"},
	{"deals", "deals.csv"},
	{"already_pushed", "already-pushed.csv"},
};

enum { NAMES = sizeof names / sizeof names[0] };

struct pull {
	struct sync *sync;
	const struct pull_options *options;
	json_t *files;
};

static const char *
name_of(const char *kind)
{
	int i = 0;

	while (i < NAMES - 1 && strcmp(names[i].kind, kind) != 0)
		i++;
	return names[i].name;
}

static char *
partial_path(const char *dir, const char *name)
{
	return mem_format("%s/%s.partial", dir, name);
}

/* Every piece is one line of the CSV, the header first. */
static bool
stream(struct pull *p, const char *kind, const char *sql, struct file *file, int64_t *rows, struct err *e)
{
	struct sync *s = p->sync;
	const char *bytes;
	size_t size;
	enum pg_step step = PG_FAILED;
	bool ok = pg_copy_out(s->pg, kind, sql, e);

	for (*rows = -1; ok && (step = pg_copy_next(s->pg, &bytes, &size, e)) == PG_PIECE; ++*rows) {
		ok = file_add(file, bytes, size, e);
		if (*rows % 1024 == 0)
			s->progress(s->context, kind, (uint64_t)*rows, (uint64_t)file_size(file), 0);
	}
	return ok && step == PG_END;
}

/* Writes a file under a name that nobody reads yet, and lists it. A file without rows is not listed. */
static bool
write_file(struct pull *p, const char *kind, const char *table, const char *sql, struct err *e)
{
	const char *name = name_of(kind);
	char *path = partial_path(p->options->dir, name);
	struct file *file = file_open(path, FILE_HASH | FILE_EARLY, e);
	int64_t rows = 0;
	bool ok = file != NULL && stream(p, kind, sql, file, &rows, e) && file_finish(file, e);

	if (ok && rows > 0)
		json_array_append_new(p->files,
			json_pack("{s:s, s:s, s:s, s:I, s:I, s:s}", "kind", kind, "name", name, "table", table, "rows",
				(json_int_t)rows, "bytes", (json_int_t)file_size(file), "sha256", file_hex(file)));
	else if (ok)
		sync_warn(p->sync, "%s has no rows: no %s is written", table, name);
	file_close(file);
	free(path);
	return ok;
}

enum { BESIDE = 4 };

/* Which of the tables that go with the master have rows: further persons, long bodies, marks, other columns. */
static bool
look_beside(struct pull *p, const char *has[BESIDE], struct err *e)
{
	static const char *const paths[BESIDE] = {"src/steps/sync/sql/pull_has_links.sql",
		"src/steps/sync/sql/pull_has_bodies.sql", "src/steps/sync/sql/pull_has_marks.sql",
		"src/steps/sync/sql/pull_has_extras.sql"};
	struct pg_rows there = {0}, rows = {0};
	bool own = p->options->communications == NULL;
	bool ok = sync_query(p->sync, "src/steps/sync/sql/pull_links.sql", NULL, 0, &there, e);

	for (int i = 0; ok && i < BESIDE; i++) {
		has[i] = "false";
		if (!own || !pg_bool(&there, 0, i))
			continue;
		ok = sync_query(p->sync, paths[i], NULL, 0, &rows, e);
		has[i] = ok && pg_bool(&rows, 0, 0) ? "true" : "false";
	}
	pg_rows_clear(&there);
	pg_rows_clear(&rows);
	return ok;
}

/* One row of the plan: a file, a table that is not there, or one that lacks what a run needs. */
static bool
write_planned(struct pull *p, const struct pg_rows *rows, int row, struct err *e)
{
	const char *kind = pg_text(rows, row, 0), *table = pg_text(rows, row, 1), *sql = pg_text(rows, row, 2),
		   *lacking = pg_text(rows, row, 3), *needed = pg_text(rows, row, 4);
	bool communications = strcmp(kind, "communications") == 0;

	if (sql == NULL && communications && needed != NULL)
		return err_set(e, ERR_ENVIRONMENT,
			"%s: %s is not there, or has none of these columns, which a run needs: %s",
			pg_host(p->sync->pg), table, needed);
	if (sql == NULL) {
		sync_warn(p->sync, "%s is not there, or lacks %s: no %s is written", table,
			needed == NULL ? "columns" : needed, name_of(kind));
		return true;
	}
	if (lacking != NULL && communications)
		sync_warn(p->sync, "%s lacks %s: a run takes them for empty", table, lacking);
	return write_file(p, kind, table, sql, e);
}

/* A text that is no name at all is the user's slip, no fault of the server. */
static bool
check_name(struct pull *p, struct err *e)
{
	const char *name = p->options->communications;

	if (name == NULL || sync_query(p->sync, "src/steps/sync/sql/pull_name.sql", &name, 1, NULL, e))
		return true;
	if (e->kind == ERR_FAULT)
		err_set(e, ERR_USAGE, "--communications '%s' is no name of a table", name);
	return false;
}

static bool
write_files(struct pull *p, struct err *e)
{
	struct pg_rows rows = {0};
	const char *values[1 + BESIDE] = {p->options->communications};
	bool ok = check_name(p, e) && look_beside(p, values + 1, e) &&
		  sync_query(p->sync, "src/steps/sync/sql/pull_plan.sql", values, 1 + BESIDE, &rows, e);

	for (int i = 0; ok && i < rows.count; i++)
		ok = write_planned(p, &rows, i, e);
	ok = ok && sync_query(p->sync, "src/steps/sync/sql/pull_pushed.sql", NULL, 0, &rows, e);
	if (ok && pg_text(&rows, 0, 0) != NULL)
		ok = write_file(p, "already_pushed", "what HubSpot has already", pg_text(&rows, 0, 0), e);
	pg_rows_clear(&rows);
	return ok;
}

static bool
is_listed(const struct pull *p, const char *kind)
{
	json_t *file;
	size_t i;
	bool found = false;

	json_array_foreach(p->files, i, file)
	{
		found = found || strcmp(manifest_text(file, "kind"), kind) == 0;
	}
	return found;
}

/* Puts the files in place: while that goes on there is no pull.json, so that no mix of two pulls has one. */
static bool
switch_files(struct pull *p, struct err *e)
{
	const char *dir = p->options->dir;
	char *manifest = file_join(dir, MANIFEST_NAME);
	bool ok = file_remove_tree(manifest, e) && file_sync_dir(dir, e);

	for (int i = 0; ok && i < NAMES; i++) {
		char *from = partial_path(dir, names[i].name), *to = file_join(dir, names[i].name);

		ok = is_listed(p, names[i].kind) ? file_move(from, to, e)
						 : file_remove_tree(from, e) && file_remove_tree(to, e);
		free(from);
		free(to);
	}
	free(manifest);
	return ok;
}

/* What was written of a pull that failed: it may hold names and addresses. */
static void
remove_partial(const struct pull *p)
{
	struct err ignored = {0};

	for (int i = 0; i < NAMES; i++) {
		char *path = partial_path(p->options->dir, names[i].name);

		file_remove_tree(path, &ignored);
		free(path);
	}
}

/* Names this pull: by its moment and what it read. */
static bool
pull_id(const json_t *document, char hex[HASH_HEX], struct err *e)
{
	char *text = json_dumps(document, JSON_COMPACT | JSON_SORT_KEYS);
	bool ok = text != NULL ? hash_of(text, strlen(text), hex, e)
			       : err_set(e, ERR_FAULT, "the answer cannot be put into JSON");

	free(text);
	return ok;
}

static bool
finish(struct pull *p, const struct pg_rows *snapshot, json_t **answer, struct err *e)
{
	json_t *document = json_pack("{s:s, s:i, s:s, s:s, s:o, s:O}", "document", "pull", "version", 1,
		"snapshot_time", pg_text(snapshot, 0, 0), "snapshot_utc", pg_text(snapshot, 0, 1), "server",
		sync_server(p->sync), "files", p->files);
	char hex[HASH_HEX];
	bool ok = pull_id(document, hex, e);

	if (ok) {
		json_object_set_new(document, "pull_id", json_string(hex));
		ok = switch_files(p, e) && manifest_write(p->options->dir, document, e);
	}
	if (ok)
		*answer = json_incref(document);
	json_decref(document);
	return ok;
}

bool
step_pull(struct sync *s, const struct pull_options *options, json_t **answer, struct err *e)
{
	struct pull p = {.sync = s, .options = options, .files = json_array()};
	struct pg_rows snapshot = {0};
	bool ok = file_mkdir(options->dir, e) && sync_begin(s, "ISOLATION LEVEL REPEATABLE READ READ ONLY", true, e) &&
		  sync_query(s, "src/steps/sync/sql/pull_snapshot.sql", NULL, 0, &snapshot, e) && write_files(&p, e);

	if (ok && !is_listed(&p, "communications"))
		ok = err_set(e, ERR_INPUT, "%s: there are no communications", pg_host(s->pg));
	if (ok && pg_int(&snapshot, 0, 2) > 0)
		sync_warn(s,
			"%lld sessions of other roles are writing, and this role may not see since when: what they "
			"change may be no "
			"conflict later; GRANT pg_read_all_stats, or pull again when they are done",
			(long long)pg_int(&snapshot, 0, 2));
	ok = ok && finish(&p, &snapshot, answer, e);
	if (!ok)
		remove_partial(&p);
	pg_rollback(s->pg);
	pg_rows_clear(&snapshot);
	json_decref(p.files);
	return ok;
}
