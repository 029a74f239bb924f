#include "steps/stage/reconcile.h"

#include "core/mem.h"
#include "core/number.h"
#include "core/text.h"
#include "rules/sql.h"
#include "steps/stage/input/csvfile.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct kind {
	const char *name;   /* input.kind */
	const char *entity; /* reconciliation_line.entity */
	const char *insert;
	const char *legacy, *hubspot; /* the two key columns */
};

static const struct kind kinds[] = {
	{"contacts", "contact", "src/steps/stage/sql/reconcile_contacts.sql", "legacy_contact_id",
		"hubspot_contact_id"},
	{"companies", "company", "src/steps/stage/sql/reconcile_companies.sql", "legacy_company_id",
		"hubspot_company_id"},
	{"deals", "deal", "src/steps/stage/sql/reconcile_deals.sql", "legacy_deal_id", "hubspot_deal_id"},
	{"already_pushed", "communication", "src/steps/stage/sql/reconcile_already_pushed.sql",
		"legacy_communication_id", "hubspot_engagement_id"},
};

/* One file while it is read. */
struct reconcile {
	struct stage *stage;
	const struct kind *kind;
	struct csvfile *file;
	struct query insert, line;
	int64_t input;
	int *parameters; /* of the insert, for each column of the file; 0: ignored */
	size_t column_count, legacy, hubspot;
	uint64_t rows, skipped;
};

/* The insert's parameter for a header: the table's column of that name; 0 when it has none. */
static int
parameter_of(struct query *insert, const struct csv_cell *cell)
{
	const char *text = cell->text;
	size_t size = cell->size;
	char name[66] = ":";

	text_trim(&text, &size);
	if (size > 64)
		return 0;
	for (size_t i = 0; i < size; i++)
		name[i + 1] = (char)tolower((unsigned char)text[i]);
	return sqlite3_bind_parameter_index(insert->stmt, name);
}

static bool
take_header(struct reconcile *r, const struct csv_record *record, struct err *e)
{
	r->parameters = mem_new(record->cell_count * sizeof *r->parameters);
	r->column_count = record->cell_count;
	r->legacy = r->hubspot = SIZE_MAX;
	for (size_t i = 0; i < record->cell_count; i++) {
		const char *text = record->cells[i].text;
		size_t size = record->cells[i].size;

		text_trim(&text, &size);
		r->parameters[i] = parameter_of(&r->insert, &record->cells[i]);
		for (size_t k = 0; k < i && r->parameters[i] != 0; k++)
			if (r->parameters[k] == r->parameters[i])
				return err_set(
					e, ERR_INPUT, "%s:1: column %.*s stands twice", r->file->name, (int)size, text);
		if (text_same(text, size, r->kind->legacy))
			r->legacy = i;
		if (text_same(text, size, r->kind->hubspot))
			r->hubspot = i;
	}
	if (r->legacy == SIZE_MAX || r->hubspot == SIZE_MAX)
		return err_set(e, ERR_INPUT, "%s:1: required column is missing: %s", r->file->name,
			r->legacy == SIZE_MAX ? r->kind->legacy : r->kind->hubspot);
	return true;
}

static bool
is_null_marker(const struct stage *stage, const char *text, size_t size)
{
	const char *words = stage_text(stage, "null_markers");

	while (*words != '\0') {
		size_t length = strcspn(words, " ");

		if (length == size && memcmp(words, text, size) == 0)
			return true;
		words += length + (words[length] == ' ');
	}
	return size == 0;
}

/* A key: *null or *value. */
static bool
read_key(struct reconcile *r, const struct csv_record *record, size_t column, bool *null, int64_t *value, struct err *e)
{
	const char *text = record->cells[column].text,
		   *header = column == r->legacy ? r->kind->legacy : r->kind->hubspot;
	size_t size = record->cells[column].size;
	enum number_verdict verdict;
	int32_t small = 0;

	text_trim(&text, &size);
	*null = is_null_marker(r->stage, text, size);
	if (*null)
		return true;
	verdict = column == r->legacy ? number_int32(text, size, true, &small) : number_int64(text, size, true, value);
	if (column == r->legacy)
		*value = small;
	if (verdict == NUMBER_GOOD)
		return true;
	return err_set(e, ERR_INPUT, "%s:%llu: %s: '%.*s' %s", r->file->name, (unsigned long long)record->line, header,
		(int)text_prefix(text, size, 40), text,
		verdict == NUMBER_RANGE ? "is out of range" : "is not a whole number");
}

static void
bind_other_columns(struct reconcile *r, const struct csv_record *record)
{
	sqlite3_clear_bindings(r->insert.stmt);
	for (size_t i = 0; i < r->column_count; i++) {
		const struct csv_cell *cell = &record->cells[i];

		if (r->parameters[i] != 0 && i != r->legacy && i != r->hubspot && cell->size > 0 &&
			!is_null_marker(r->stage, cell->text, cell->size))
			query_bind_bytes(&r->insert, r->parameters[i], cell->text, cell->size);
	}
}

static bool
take_row(struct reconcile *r, const struct csv_record *record, struct err *e)
{
	bool no_legacy, no_hubspot;
	int64_t legacy = 0, hubspot = 0;

	if (record->problem != CSV_FINE)
		return err_set(e, ERR_INPUT, "%s:%llu: a quote stands where none may be, or the record is too large",
			r->file->name, (unsigned long long)record->line);
	if (record->cell_count != r->column_count)
		return err_set(e, ERR_INPUT, "%s:%llu: %zu columns, the header has %zu", r->file->name,
			(unsigned long long)record->line, record->cell_count, r->column_count);
	r->rows++;
	if (!read_key(r, record, r->legacy, &no_legacy, &legacy, e) ||
		!read_key(r, record, r->hubspot, &no_hubspot, &hubspot, e))
		return false;
	if (no_legacy) {
		r->skipped++;
		return true;
	}
	bind_other_columns(r, record);
	query_bind_int(&r->insert, r->parameters[r->legacy], legacy);
	if (!no_hubspot)
		query_bind_int(&r->insert, r->parameters[r->hubspot], hubspot);
	if (!query_run(&r->insert, e)) {
		if (e->kind == ERR_FAULT)
			err_set(e, ERR_INPUT, "%s:%llu: %s", r->file->name, (unsigned long long)record->line,
				sqlite3_errmsg(r->stage->db->handle));
		return false;
	}
	query_bind_text(&r->line, 1, r->kind->entity);
	query_bind_int(&r->line, 2, legacy);
	query_bind_int(&r->line, 3, hubspot);
	if (no_hubspot)
		query_bind_null(&r->line, 3);
	query_bind_int(&r->line, 4, r->input);
	query_bind_int(&r->line, 5, (int64_t)record->line);
	return query_run(&r->line, e);
}

static bool
note_input(struct reconcile *r, struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&q, r->stage->db, "src/steps/stage/sql/load_input.sql", e);

	if (ok) {
		query_bind_text(&q, 1, r->kind->name);
		query_bind_text(&q, 2, r->file->name);
		query_bind_int(&q, 3, 0);
		ok = query_next(&q, e) == QUERY_ROW;
		r->input = ok ? query_int(&q, 0) : 0;
	}
	query_close(&q);
	return ok;
}

static bool
note_input_end(struct reconcile *r, struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&q, r->stage->db, "src/steps/stage/sql/load_input_end.sql", e);

	if (ok) {
		query_bind_int(&q, 1, r->input);
		query_bind_int(&q, 2, (int64_t)r->file->bytes);
		query_bind_text(&q, 3, r->file->sha256);
		query_bind_int(&q, 4, (int64_t)r->rows);
		ok = query_run(&q, e);
	}
	query_close(&q);
	if (ok && r->skipped > 0)
		stage_warn(r->stage, "%s: %llu rows have no %s and are of no use", r->file->name,
			(unsigned long long)r->skipped, r->kind->legacy);
	return ok;
}

static bool
read_file(struct reconcile *r, const char *path, struct err *e)
{
	struct csv_record record;
	enum csv_step step;
	bool ok;

	r->file = csvfile_open(path, &(struct csv_options){0}, &(struct intake_options){0}, e);
	if (r->file == NULL)
		return false;
	step = csvfile_next(r->file, &record, e);
	if (step == CSV_END)
		return err_set(e, ERR_INPUT, "%s is empty: not even a header line", path);
	ok = step == CSV_RECORD && note_input(r, e) && sql_query(&r->insert, r->stage->db, r->kind->insert, e) &&
	     sql_query(&r->line, r->stage->db, "src/steps/stage/sql/reconcile_line.sql", e) &&
	     take_header(r, &record, e);
	while (ok && (step = csvfile_next(r->file, &record, e)) == CSV_RECORD)
		ok = take_row(r, &record, e);
	return ok && step == CSV_END && note_input_end(r, e);
}

static bool
load_kind(struct stage *stage, const struct kind *kind, const char *path, struct err *e)
{
	struct reconcile r = {.stage = stage, .kind = kind};
	bool ok = path == NULL || read_file(&r, path, e);

	query_close(&r.insert);
	query_close(&r.line);
	csvfile_close(r.file);
	free(r.parameters);
	return ok;
}

bool
reconcile_load(struct stage *stage, struct err *e)
{
	const char *const paths[] = {
		stage->inputs.contacts, stage->inputs.companies, stage->inputs.deals, stage->inputs.already_pushed};
	bool ok = sql_run(stage->db, "src/steps/stage/sql/reconcile_begin.sql", e);

	for (size_t i = 0; ok && i < sizeof kinds / sizeof kinds[0]; i++)
		ok = load_kind(stage, &kinds[i], paths[i], e);
	return ok && sql_run(stage->db, "src/steps/stage/sql/reconcile_ambiguous.sql", e);
}
