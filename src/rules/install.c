/* Puts a rule set into a database: its CSV files into their tables, its views in place of the built-in
 * ones. */
#include "rules/ruleset.h"

#include "core/csv.h"
#include "core/mem.h"
#include "core/text.h"
#include "rules/sql.h"

#include <stdlib.h>
#include <string.h>

struct source {
	const struct buf *bytes;
	size_t at;
};

static int64_t
source_read(void *context, char *to, size_t size, struct err *e)
{
	struct source *s = context;
	size_t left = s->bytes->size - s->at, n = left < size ? left : size;

	(void)e;
	if (n > 0)
		memcpy(to, s->bytes->bytes + s->at, n);
	s->at += n;
	return (int64_t)n;
}

static bool
check_header(const struct csv_record *record, const char *const *columns, const char *place, struct err *e)
{
	size_t count = 0;

	while (columns[count] != NULL)
		count++;
	for (size_t i = 0; i < count; i++)
		if (i >= record->cell_count || !text_same(record->cells[i].text, record->cells[i].size, columns[i]))
			return err_set(e, ERR_USAGE, "%s:1: column %zu must be '%s'", place, i + 1, columns[i]);
	if (record->cell_count > count)
		return err_set(e, ERR_USAGE, "%s:1: column %zu is none of a rule set's", place, count + 1);
	return true;
}

/* Inserts a record; parameter 1 is its position, counted without the header. */
static bool
insert(struct query *q, const struct csv_record *record, size_t columns, int64_t position, const char *place,
	struct err *e)
{
	const char *failed = "CHECK constraint failed: ";
	bool ok;

	if (record->problem != CSV_FINE)
		return err_set(e, ERR_USAGE, "%s:%llu: a quote stands where none may be", place,
			(unsigned long long)record->line);
	if (record->cell_count != columns)
		return err_set(e, ERR_USAGE, "%s:%llu: %zu columns, the header has %zu", place,
			(unsigned long long)record->line, record->cell_count, columns);
	query_bind_int(q, 1, position);
	for (size_t i = 0; i < columns; i++)
		if (record->cells[i].size == 0 && !record->cells[i].quoted)
			query_bind_null(q, (int)i + 2);
		else
			query_bind_bytes(q, (int)i + 2, record->cells[i].text, record->cells[i].size);
	ok = query_run(q, e);
	if (!ok && e->kind == ERR_FAULT) {
		const char *words = sqlite3_errmsg(q->db->handle);

		if (strncmp(words, failed, strlen(failed)) == 0)
			words += strlen(failed);
		err_set(e, ERR_USAGE, "%s:%llu: %s", place, (unsigned long long)record->line, words);
	}
	return ok;
}

/* Reads a CSV file of the set into its table. A file that is not there leaves it empty. */
static bool
install_csv(const struct ruleset *rules, struct db *db, const char *path, const char *sql, const char *const *columns,
	struct err *e)
{
	const struct ruleset_file *file = ruleset_find(rules, path);
	struct source source = {0};
	struct csv *csv = NULL;
	struct csv_record record;
	struct query q = {0};
	enum csv_step step;
	size_t count = 0, bad_at;
	int64_t position = 0;
	bool ok = true;

	if (file == NULL)
		return true;
	if (!text_is_utf8(file->bytes.bytes, file->bytes.size, &bad_at))
		return err_set(e, ERR_USAGE, "%s:%d: byte %zu of the file is not UTF-8", file->place,
			ruleset_line_at(file, bad_at), bad_at);
	while (columns[count] != NULL)
		count++;
	source.bytes = &file->bytes;
	csv = csv_open(file->place, &(struct csv_options){0}, source_read, &source);
	if (!sql_query(&q, db, sql, e))
		goto failed;
	while ((step = csv_next(csv, &record, e)) == CSV_RECORD && ok) {
		ok = position == 0 ? check_header(&record, columns, file->place, e)
				   : insert(&q, &record, count, position, file->place, e);
		position++;
	}
	if (step == CSV_FAILED)
		e->kind = ERR_USAGE;
	ok = ok && step == CSV_END &&
	     (position > 0 || err_set(e, ERR_USAGE, "%s:1: the file is empty, not even a header", file->place));
	goto out;
failed:
	ok = false;
out:
	query_close(&q);
	csv_close(csv);
	return ok;
}

/* Creating a view does not look at it: its SELECT is prepared, on the lines where it stands, so that a fault has its
 * place. */
static bool
check_view(struct db *db, const struct ruleset_file *file, struct err *e)
{
	char *copy = mem_text(file->bytes.bytes), *select = strstr(copy, "\nSELECT"), *with = strstr(copy, "\nWITH");
	struct query q = {0};
	bool ok = true;

	if (with != NULL && (select == NULL || with < select))
		select = with;
	for (char *c = copy; c < select; c++)
		if (*c != '\n')
			*c = ' ';
	if (select != NULL)
		ok = query_open(&q, db, file->place, copy, e);
	query_close(&q);
	free(copy);
	return ok;
}

/* SQLite's authorizer while the file of a view runs: it may make a view, and read what the view reads. */
static int
only_views(void *unused, int action, const char *a, const char *b, const char *c, const char *d)
{
	(void)unused;
	(void)b;
	(void)c;
	(void)d;
	switch (action) {
	case SQLITE_CREATE_VIEW:
	case SQLITE_SELECT:
	case SQLITE_READ:
	case SQLITE_FUNCTION:
	case SQLITE_RECURSIVE:
		return SQLITE_OK;
	case SQLITE_INSERT:
	case SQLITE_UPDATE:
		return strcmp(a, "sqlite_master") == 0 ? SQLITE_OK : SQLITE_DENY;
	default:
		return SQLITE_DENY;
	}
}

/* Makes the view of the file, which holds that and nothing else. */
static bool
make_view(struct db *db, const struct ruleset_file *file, const char *name, struct err *e)
{
	struct query find = {0};
	bool ok;

	sqlite3_set_authorizer(db->handle, only_views, NULL);
	ok = db_script(db, file->place, file->bytes.bytes, e);
	sqlite3_set_authorizer(db->handle, NULL, NULL);
	if (!ok && (sqlite3_errcode(db->handle) & 0xff) == SQLITE_AUTH)
		err_set(e, ERR_USAGE, "%s:1: it may hold CREATE VIEW %s and nothing else", file->place, name);
	if (ok && (ok = sql_query(&find, db, "src/rules/find_view.sql", e))) {
		query_bind_text(&find, 1, name);
		ok = query_next(&find, e) == QUERY_ROW ||
		     err_set(e, ERR_USAGE, "%s:1: it makes no view %s", file->place, name);
	}
	query_close(&find);
	return ok;
}

static bool
install_views(const struct ruleset *rules, struct db *db, struct err *e)
{
	for (size_t i = 0; i < rules->file_count; i++) {
		const struct ruleset_file *file = &rules->files[i];
		char *name, *drop;
		bool ok;

		if (strncmp(file->path, "views/", 6) != 0)
			continue;
		name = mem_text(file->path + 6 + strspn(file->path + 6, "0123456789_"));
		name[strcspn(name, ".")] = '\0';
		drop = mem_format("DROP VIEW IF EXISTS \"%s\"", name);
		ok = db_script(db, file->place, drop, e) && make_view(db, file, name, e) && check_view(db, file, e);
		free(drop);
		free(name);
		if (!ok) {
			if (e->kind == ERR_FAULT)
				e->kind = ERR_USAGE;
			return false;
		}
	}
	return true;
}

static bool
install_files(const struct ruleset *rules, struct db *db, struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&q, db, "src/rules/insert_file.sql", e);

	for (size_t i = 0; ok && i < rules->file_count; i++) {
		query_bind_text(&q, 1, rules->files[i].path);
		query_bind_blob(&q, 2, rules->files[i].bytes.size == 0 ? "" : rules->files[i].bytes.bytes,
			rules->files[i].bytes.size);
		ok = query_run(&q, e);
	}
	query_close(&q);
	return ok;
}

bool
ruleset_install(const struct ruleset *rules, struct db *db, struct err *e)
{
	static const char *const classification[] = {"type", "action", "status", "priority", "case_id", "person",
		"company", "deal", "note", "email", "subject", "activity", "direction", "activity_status", "decision",
		"reason", NULL};
	static const char *const probes[] = {"type", "action", "status", "priority", "case_id", "activity", NULL};
	static const char *const values[] = {"target", "source", "value", NULL};
	static const char *const filters[] = {"filter", "activity", "decision", "parameter", "reason", NULL};
	static const char *const exemptions[] = {"entity", "legacy_id", NULL};
	static const char *const sources[] = {"activity", "column", "source", "rule", "is_personal", NULL};

	return sql_run(db, "src/rules/empty.sql", e) && install_files(rules, db, e) &&
	       install_csv(rules, db, "classification.csv", "src/rules/insert_classification.sql", classification, e) &&
	       install_csv(rules, db, "probes.csv", "src/rules/insert_probes.sql", probes, e) &&
	       install_csv(rules, db, "values.csv", "src/rules/insert_values.sql", values, e) &&
	       install_csv(rules, db, "filters.csv", "src/rules/insert_filters.sql", filters, e) &&
	       install_csv(rules, db, "exempt.csv", "src/rules/insert_exemptions.sql", exemptions, e) &&
	       install_csv(rules, db, "columns.csv", "src/rules/insert_columns.sql", sources, e) &&
	       install_views(rules, db, e);
}
