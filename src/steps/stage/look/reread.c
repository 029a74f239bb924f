#include "steps/stage/look/reread.h"

#include "core/arena.h"
#include "core/mem.h"
#include "core/text.h"
#include "rules/sql.h"
#include "steps/stage/input/reader.h"
#include "steps/stage/reading.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Where the row stands, and how its file was read. */
struct place {
	char *name, *encoding;
	uint64_t offset, bytes;
	struct stage_reading as;
};

/* The record at the place: its cells, kept while the row is made of it. */
struct watch {
	uint64_t offset;
	json_t *cells; /* texts; NULL until the record has come */
};

static bool
find_place(struct stage *stage, int64_t id, struct place *p, struct err *e)
{
	struct query q = {0};
	enum query_step step = QUERY_FAILED;

	if (sql_query(&q, stage->db, "src/steps/stage/look/sql/reread_place.sql", e)) {
		query_bind_int(&q, 1, id);
		step = query_next(&q, e);
	}
	if (step == QUERY_ROW) {
		const char *delimiter = query_text(&q, 4), *order = query_text(&q, 5);

		p->name = mem_text(query_text(&q, 0));
		p->bytes = (uint64_t)query_int(&q, 1);
		p->offset = (uint64_t)query_int(&q, 2);
		p->encoding = query_null(&q, 3) ? NULL : mem_text(query_text(&q, 3));
		p->as = (struct stage_reading){.encoding = p->encoding,
			.delimiter = delimiter == NULL ? '\0' : delimiter[0],
			.excel_serial = query_int(&q, 6) != 0,
			.repair = query_int(&q, 7) != 0};
		for (int i = DATES_DMY; order != NULL && i <= DATES_YMD; i++)
			if (strcmp(order, dates_order_names[i]) == 0)
				p->as.order = i;
	}
	query_close(&q);
	return step != QUERY_FAILED;
}

static bool
is_size(const char *path, uint64_t bytes)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode) && (uint64_t)st.st_size == bytes;
}

/* *path stays NULL when no file is at hand. */
static bool
find_file(const struct place *p, const struct reread_files *files, const char **path, struct err *e)
{
	if (files->count == 0 && is_size(p->name, p->bytes))
		*path = p->name;
	for (int i = 0; i < files->count && *path == NULL; i++) {
		const char *slash = strrchr(files->paths[i], '/');

		if (strcmp(slash == NULL ? files->paths[i] : slash + 1, p->name) == 0)
			*path = files->paths[i];
	}
	if (files->count > 0 && *path == NULL)
		return err_set(e, ERR_USAGE, "the row comes from %s, which is none of the files given", p->name);
	if (*path != NULL && !is_size(*path, p->bytes))
		return err_set(e, ERR_INPUT, "%s is not the file that was loaded: that one has %llu bytes", *path,
			(unsigned long long)p->bytes);
	return true;
}

/* As it was read, but for what the user says otherwise. */
static void
override(struct stage_reading *as, const struct stage_reading *told)
{
	if (told->encoding != NULL)
		as->encoding = told->encoding;
	if (told->delimiter != '\0')
		as->delimiter = told->delimiter;
	if (told->order != DATES_UNDECIDED)
		as->order = told->order;
	as->excel_serial = as->excel_serial || told->excel_serial;
	as->repair = as->repair || told->repair;
	as->keep_extra = told->keep_extra;
}

static void
add_option(json_t *to, const char *name, const char *value, bool told)
{
	if (value != NULL)
		json_array_append_new(to, json_pack("{s:s, s:s, s:b}", "option", name, "value", value, "told", told));
}

static json_t *
reading_json(const struct stage_reading *as, const struct stage_reading *told)
{
	const char *order = as->order == DATES_UNDECIDED ? NULL : dates_order_names[as->order];
	char delimiter[2] = {as->delimiter, '\0'};
	json_t *to = json_array();

	add_option(to, "encoding", as->encoding, told->encoding != NULL);
	add_option(to, "delimiter",
		as->delimiter == '\0'	? NULL
		: as->delimiter == '\t' ? "tab"
					: delimiter,
		told->delimiter != '\0');
	add_option(to, "date-order", order, told->order != DATES_UNDECIDED);
	add_option(to, "excel-serial", as->excel_serial ? "yes" : NULL, told->excel_serial);
	add_option(to, "repair", as->repair ? "yes" : NULL, told->repair);
	add_option(to, "keep-extra", as->keep_extra ? "yes" : NULL, told->keep_extra);
	return to;
}

static void
watch(void *context, const struct csv_record *record)
{
	struct watch *w = context;

	if (record->offset != w->offset || w->cells != NULL)
		return;
	w->cells = json_array();
	for (size_t i = 0; i < record->cell_count; i++)
		json_array_append_new(w->cells, json_stringn_nocheck(record->cells[i].text, record->cells[i].size));
}

/* The values of the workspace by their columns. */
static json_t *
loaded_values(struct stage *stage, int64_t id, struct err *e)
{
	json_t *values = json_object();
	struct query q = {0};
	enum query_step step = QUERY_FAILED;
	bool ok = sql_query(&q, stage->db, "src/steps/stage/look/sql/explain_source.sql", e);

	if (ok)
		query_bind_int(&q, 1, id);
	while (ok && (step = query_next(&q, e)) == QUERY_ROW)
		json_object_set_new(values, query_text(&q, 0),
			query_null(&q, 1) ? json_null() : json_stringn_nocheck(query_text(&q, 1), query_size(&q, 1)));
	query_close(&q);
	if (step == QUERY_END)
		return values;
	json_decref(values);
	return NULL;
}

/* A text, or the number of its characters under the other name when it is not to be seen. */
static void
set_text(json_t *to, const char *name, const char *length_name, json_t *text, bool hides)
{
	if (hides && json_is_string(text))
		json_object_set_new(to, length_name,
			json_integer((json_int_t)text_length(json_string_value(text), json_string_length(text))));
	else
		json_object_set(to, name, text);
}

static json_t *
value_json(const struct row *row, int column)
{
	const struct value *value = &row->values[column];

	if (column == COMM_EMAIL_CLEAN && row->body.kind == VALUE_TEXT)
		value = &row->body;
	return value->kind == VALUE_TEXT  ? json_stringn_nocheck(value->text, value->size)
	       : value->kind == VALUE_INT ? json_sprintf("%d", value->number)
					  : json_null();
}

static json_t *
column_json(
	const struct reader *r, size_t at, const json_t *cell, const struct row *row, const json_t *loaded, bool hides)
{
	int column = (int)r->columns[at].column;
	json_t *to = json_pack("{s:s}", "header", r->columns[at].header), *value, *other;

	hides = hides && (column == SOURCE_COLUMNS || source_columns[column].class == SOURCE_TEXT);
	json_object_set_new(
		to, "column", column == SOURCE_COLUMNS ? json_null() : json_string(source_columns[column].name));
	set_text(to, "cell", "cell_length", (json_t *)cell, hides);
	if (column == SOURCE_COLUMNS || row->code != NULL)
		return to;
	value = value_json(row, column);
	other = json_object_get(loaded, source_columns[column].name);
	set_text(to, "value", "length", value, hides);
	if (other != NULL && !json_equal(value, other))
		set_text(to, "loaded", "loaded_length", other, hides);
	json_decref(value);
	return to;
}

static void
add_row(json_t *to, const struct reader *r, const struct watch *w, const struct row *row, const json_t *loaded,
	bool hides)
{
	json_t *columns = json_array();

	for (size_t i = 0; i < r->column_count; i++)
		if (!r->columns[i].is_ours)
			json_array_append_new(
				columns, column_json(r, i, json_array_get(w->cells, i), row, loaded, hides));
	json_object_set_new(to, "columns", columns);
	json_object_set_new(to, "rejected",
		row->code == NULL ? json_null()
				  : json_pack("{s:s?, s:s, s:s}", "column", row->column, "code", row->code, "message",
					    row->message));
}

/* Reads on until the row has come. What is wrong with the file, or not there, is said in the object. */
static void
read_row(json_t *to, struct reader *r, const struct watch *w, const json_t *loaded, bool hides)
{
	struct arena arena = {0};
	struct row row;
	struct err trouble;
	enum csv_step step;

	while ((step = reader_next(r, &row, &arena, &trouble)) == CSV_RECORD && w->cells == NULL &&
		row.offset < w->offset)
		arena_reset(&arena);
	if (step == CSV_RECORD && w->cells != NULL)
		add_row(to, r, w, &row, loaded, hides);
	else
		json_object_set_new(to, "error",
			json_string(step == CSV_FAILED ? trouble.text : "read like this, the file has no such row"));
	arena_clear(&arena);
}

static json_t *
read_file(struct stage *stage, const char *path, const struct place *p, const json_t *loaded, bool hides)
{
	struct watch w = {.offset = p->offset};
	struct stage as = *stage;
	struct reader_options options;
	struct reader *r;
	struct err trouble;
	json_t *to;

	as.reading = p->as;
	override(&as.reading, &stage->reading);
	options = reading_options(&as);
	options.observer = watch;
	options.observer_context = &w;
	to = json_pack("{s:s, s:o}", "file", path, "as", reading_json(&as.reading, &stage->reading));
	r = reader_open(path, &options, &trouble);
	if (r == NULL)
		json_object_set_new(to, "error", json_string(trouble.text));
	else
		read_row(to, r, &w, loaded, hides);
	reader_close(r);
	json_decref(w.cells);
	return to;
}

json_t *
reread(struct stage *stage, int64_t id, const struct reread_files *files, bool show_values, struct err *e)
{
	struct place p = {0};
	const char *path = NULL;
	json_t *to = NULL, *loaded = NULL;

	if (!find_place(stage, id, &p, e) || (p.name != NULL && !find_file(&p, files, &path, e)))
		goto out;
	if (path == NULL) {
		to = json_null();
		goto out;
	}
	loaded = loaded_values(stage, id, e);
	if (loaded != NULL)
		to = read_file(stage, path, &p, loaded, !show_values);
out:
	json_decref(loaded);
	free(p.name);
	free(p.encoding);
	return to;
}
