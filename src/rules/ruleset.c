#include "rules/ruleset.h"

#include "core/file.h"
#include "core/mem.h"
#include "core/text.h"
#include "rules/embedded.h"
#include "rules/sql.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

const char *const ruleset_built_in[] = {"plan", "sage", NULL};

static const char *const needed[] = {
	"classification.csv",
	"payloads/calls.json",
	"payloads/communications.json",
	"payloads/emails.json",
	"payloads/meetings.json",
	"payloads/notes.json",
	"payloads/postal_mail.json",
	"payloads/tasks.json",
	"settings.json",
	"values.csv",
	NULL,
};

static const char *const optional[] = {"columns.csv", "exempt.csv", "filters.csv", "probes.csv", NULL};

static struct ruleset_file *
add_file(struct ruleset *rules, const char *path, char *place)
{
	struct ruleset_file *file;

	rules->files = mem_grow(rules->files, (rules->file_count + 1) * sizeof *rules->files);
	file = &rules->files[rules->file_count++];
	*file = (struct ruleset_file){.path = mem_text(path), .place = place};
	return file;
}

static bool
read_built_in(struct ruleset *rules)
{
	char *folder = mem_format("schema/rules/%s/", rules->name);
	size_t size = strlen(folder);

	for (int i = 0; i < embedded_count; i++)
		if (strncmp(embedded_files[i].path, folder, size) == 0) {
			struct ruleset_file *file =
				add_file(rules, embedded_files[i].path + size, mem_text(embedded_files[i].path));

			buf_add(&file->bytes, embedded_files[i].bytes, embedded_files[i].size);
		}
	free(folder);
	return rules->file_count > 0;
}

static bool
is_known(const char *path)
{
	char *view;
	bool known = false;

	for (int i = 0; needed[i] != NULL; i++)
		known = known || strcmp(path, needed[i]) == 0;
	for (int i = 0; optional[i] != NULL; i++)
		known = known || strcmp(path, optional[i]) == 0;
	if (!known && (strncmp(path, "views/", 6) == 0 || strncmp(path, "postgres/", 9) == 0)) {
		view = path[0] == 'v' ? mem_format("schema/%s", path)
				      : mem_format("schema/postgres/views/%s", path + 9);
		known = embedded_find(view) != NULL;
		free(view);
	}
	return known;
}

/* Hidden files, and what editors leave beside the file that they change. */
static bool
is_passed_over(const char *name)
{
	return name[0] == '.' || name[0] == '~' || name[strlen(name) - 1] == '~';
}

/* Reads a directory of the set; `inner` is its path within the set, "" for the top. */
static bool
read_directory(struct ruleset *rules, const char *dir, const char *inner, struct err *e)
{
	struct file_names names = {0};
	bool ok = file_list(dir, &names, e);

	for (size_t i = 0; ok && i < names.count; i++) {
		char *place = file_join(dir, names.names[i]);
		char *path = inner[0] == '\0' ? mem_text(names.names[i]) : file_join(inner, names.names[i]);
		struct stat st;

		if (is_passed_over(names.names[i]) || strcmp(path, "README.md") == 0) {
			free(place);
		} else if (stat(place, &st) == 0 && S_ISDIR(st.st_mode)) {
			ok = read_directory(rules, place, path, e);
			free(place);
		} else if (!is_known(path)) {
			ok = err_set(e, ERR_USAGE, "%s: a rule set has no file of this name", place);
			free(place);
		} else {
			struct ruleset_file *file = add_file(rules, path, place);

			ok = file_read(file->place, RULESET_FILE_MAX, &file->bytes, e);
			if (!ok && e->kind == ERR_INPUT)
				e->kind = ERR_USAGE;
		}
		free(path);
	}
	file_names_clear(&names);
	return ok;
}

static int
compare(const void *a, const void *b)
{
	return strcmp(((const struct ruleset_file *)a)->path, ((const struct ruleset_file *)b)->path);
}

static bool
check_needed(const struct ruleset *rules, const char *dir, struct err *e)
{
	for (int i = 0; needed[i] != NULL; i++)
		if (ruleset_find(rules, needed[i]) == NULL)
			return err_set(e, ERR_USAGE,
				"%s/%s is missing: `hubstage rules export DIR` writes a whole set to edit", dir,
				needed[i]);
	return true;
}

static bool
hash_files(struct ruleset *rules, struct err *e)
{
	struct hash *hash = hash_open();
	bool ok;

	for (size_t i = 0; i < rules->file_count; i++) {
		char *head = mem_format("%s %zu\n", rules->files[i].path, rules->files[i].bytes.size);

		hash_add(hash, head, strlen(head));
		hash_add(hash, rules->files[i].bytes.bytes, rules->files[i].bytes.size);
		free(head);
	}
	ok = hash_end(hash, rules->sha256, e);
	hash_close(hash);
	return ok;
}

/* The last part of a path, without slashes at its end. */
static char *
name_of(const char *path)
{
	size_t end = strlen(path), start;

	while (end > 1 && path[end - 1] == '/')
		end--;
	for (start = end; start > 0 && path[start - 1] != '/'; start--)
		;
	return mem_format("%.*s", (int)(end - start), path + start);
}

struct ruleset *
ruleset_open(const char *name_or_dir, struct err *e)
{
	struct ruleset *rules = mem_new(sizeof *rules);
	struct stat st;
	bool ok = true;

	rules->name = name_of(name_or_dir);
	if (!text_is_utf8(rules->name, strlen(rules->name), NULL)) /* it goes into JSON documents */
		ok = err_set(e, ERR_USAGE, "%s: the name of a rule set must be UTF-8", name_or_dir);
	else if (strchr(name_or_dir, '/') != NULL || !read_built_in(rules)) {
		if (stat(name_or_dir, &st) != 0 || !S_ISDIR(st.st_mode))
			ok = err_set(e, ERR_USAGE, "%s: no rule set of this name and no directory", name_or_dir);
		else
			ok = read_directory(rules, name_or_dir, "", e);
		if (ok)
			qsort(rules->files, rules->file_count, sizeof *rules->files, compare);
	}
	ok = ok && check_needed(rules, name_or_dir, e) && hash_files(rules, e);
	if (!ok) {
		ruleset_close(rules);
		rules = NULL;
	}
	return rules;
}

struct ruleset *
ruleset_open_installed(struct db *db, struct err *e)
{
	struct ruleset *rules = mem_new(sizeof *rules);
	struct query q = {0};
	enum query_step step = QUERY_FAILED;
	bool ok = sql_query(&q, db, "src/rules/select_name.sql", e) && query_next(&q, e) == QUERY_ROW;

	if (ok)
		rules->name = mem_text(query_text(&q, 0));
	query_close(&q);
	ok = ok && sql_query(&q, db, "src/rules/select_files.sql", e);
	while (ok && (step = query_next(&q, e)) == QUERY_ROW) {
		struct ruleset_file *file =
			add_file(rules, query_text(&q, 0), mem_format("%s:%s", rules->name, query_text(&q, 0)));

		buf_add(&file->bytes, sqlite3_column_blob(q.stmt, 1), query_size(&q, 1));
	}
	query_close(&q);
	ok = ok && step == QUERY_END && check_needed(rules, rules->name, e) && hash_files(rules, e);
	if (!ok) {
		ruleset_close(rules);
		rules = NULL;
	}
	return rules;
}

void
ruleset_close(struct ruleset *rules)
{
	if (rules == NULL)
		return;
	for (size_t i = 0; i < rules->file_count; i++) {
		free(rules->files[i].path);
		free(rules->files[i].place);
		buf_clear(&rules->files[i].bytes);
	}
	free(rules->files);
	free(rules->name);
	free(rules);
}

const struct ruleset_file *
ruleset_find(const struct ruleset *rules, const char *path)
{
	struct ruleset_file key = {.path = (char *)path};

	return rules->file_count == 0 ? NULL
				      : bsearch(&key, rules->files, rules->file_count, sizeof *rules->files, compare);
}

int
ruleset_line_at(const struct ruleset_file *file, size_t at)
{
	int line = 1;

	for (size_t i = 0; i < at; i++)
		line += file->bytes.bytes[i] == '\n';
	return line;
}

int
ruleset_line(const struct ruleset_file *file, const char *word)
{
	char *quoted = mem_format("\"%s\"", word);
	const char *at = file->bytes.size == 0 ? NULL : strstr(file->bytes.bytes, quoted);

	free(quoted);
	return at == NULL ? 1 : ruleset_line_at(file, (size_t)(at - file->bytes.bytes));
}

json_t *
ruleset_settings(const struct ruleset *rules, struct err *e)
{
	const struct ruleset_file *file = ruleset_find(rules, "settings.json");
	json_error_t error;
	json_t *settings = json_loadb(file->bytes.bytes, file->bytes.size, JSON_REJECT_DUPLICATES, &error);

	if (settings == NULL)
		err_set(e, ERR_USAGE, "%s:%d:%d: %s", file->place, error.line, error.column, error.text);
	else if (!json_is_object(settings)) {
		err_set(e, ERR_USAGE, "%s:1: the settings are one JSON object", file->place);
		json_decref(settings);
		settings = NULL;
	}
	return settings;
}
