#include "steps/stage/look/profile.h"

#include "core/mem.h"
#include "core/text.h"
#include "rules/sql.h"
#include "steps/stage/classify.h"
#include "steps/stage/reading.h"

#include <stdlib.h>
#include <string.h>

enum { CACHED = 4096 };

/* A code that was looked up not long ago; its key is what tells codes apart. */
struct cached {
	char *key;
	size_t size;
	int64_t id;
};

struct scan {
	struct profile *profile;
	struct stage *stage;
	struct stage other;
	struct ruleset *other_rules;
	struct classifier classifier, other_classifier;
	struct query code, row;
	struct cached *cache;
	struct buf key;
	struct profile_words words;

	struct profile_file *file; /* the one that is read */
	int64_t number;		   /* of it */
	struct row seen;	   /* its last record, as far as it can be told without checking it */
	bool has_seen;
	struct arena arena;
};

/* A database with the schema and the rules, in memory or in a temporary file. */
static bool
open_database(struct stage *s, enum db_mode mode, struct err *e)
{
	s->building = true;
	s->db = db_open("", mode, NULL, e);
	return s->db != NULL && db_begin(s->db, e) && step_init(s, e);
}

/* The built-in set that the chosen one is compared with: sage beside plan, plan beside all others. */
static bool
open_other(struct scan *s, struct err *e)
{
	const char *name = strcmp(s->stage->rules->name, "plan") == 0 ? "sage" : "plan";

	s->profile->other_rules = name;
	s->other = *s->stage;
	s->other.db = NULL;
	s->other_rules = ruleset_open(name, e);
	s->other.rules = s->other_rules;
	s->other.settings = s->other_rules == NULL ? NULL : ruleset_settings(s->other_rules, e);
	if (s->other.settings == NULL)
		return false;
	json_object_set(s->other.settings, "timezone", json_object_get(s->stage->settings, "timezone"));
	return open_database(&s->other, DB_MEMORY, e);
}

static bool
open_scan(struct scan *s, struct err *e)
{
	s->cache = mem_new(CACHED * sizeof *s->cache);
	s->words = (struct profile_words){stage_text(s->stage, "null_markers"), stage_text(s->stage, "sentinel_dates")};
	return open_database(s->stage, DB_BUILD, e) && open_other(s, e) &&
	       sql_run(s->stage->db, "src/steps/stage/look/sql/profile_tables.sql", e) &&
	       sql_query(&s->code, s->stage->db, "src/steps/stage/look/sql/profile_code.sql", e) &&
	       sql_query(&s->row, s->stage->db, "src/steps/stage/look/sql/profile_row.sql", e) &&
	       classifier_open(&s->classifier, s->stage->db, e) &&
	       classifier_open(&s->other_classifier, s->other.db, e);
}

static void
close_scan(struct scan *s)
{
	for (int i = 0; s->cache != NULL && i < CACHED; i++)
		free(s->cache[i].key);
	free(s->cache);
	buf_clear(&s->key);
	arena_clear(&s->arena);
	query_close(&s->code);
	query_close(&s->row);
	classifier_close(&s->classifier);
	classifier_close(&s->other_classifier);
	db_close(s->other.db);
	json_decref(s->other.settings);
	ruleset_close(s->other_rules);
}

/* A value as it would be loaded, when nothing is wrong with it: enough to classify by. */
static struct value
value_of(const struct scan *s, int column, const struct csv_cell *cell)
{
	enum source_class class = source_columns[column].class;
	const char *text = cell->text;
	size_t size = cell->size;
	struct value value = {.kind = VALUE_NULL};

	if (class == SOURCE_ID || class == SOURCE_TIME) {
		text_trim(&text, &size);
		if (survey_word(text, size, s->words.null_markers) >= 0)
			return value;
	}
	if (size > 0)
		value = (struct value){.kind = class == SOURCE_ID ? VALUE_INT : VALUE_TEXT, .text = text, .size = size};
	return value;
}

/* A reader_observer: every record whose cells are as many as the header's. */
static void
observe(void *context, const struct csv_record *record)
{
	struct scan *s = context;
	const struct reader *r = s->file->reader;

	s->has_seen = true;
	for (size_t i = 0; i < record->cell_count; i++)
		profile_column_note(&s->file->columns[i], &r->columns[i], &record->cells[i], record->line, &s->words);
	for (int i = 0; i < SOURCE_COLUMNS; i++)
		s->seen.values[i] = r->position[i] == SIZE_MAX ? (struct value){.kind = VALUE_NULL}
							       : value_of(s, i, &record->cells[r->position[i]]);
}

static void
bind_value(struct query *q, int at, const struct value *value)
{
	if (value->kind == VALUE_TEXT)
		query_bind_bytes(q, at, value->text, value->size);
	else
		query_bind_null(q, at);
}

/* The four codes as they stand there and what both rule sets make of the row. */
static void
make_key(struct buf *key, const struct row *row, const struct combination *a, const struct combination *b)
{
	buf_reset(key);
	for (int i = COMM_TYPE; i <= COMM_PRIORITY; i++) {
		const struct value *value = &row->values[i];

		buf_char(key, value->kind == VALUE_NULL ? '0' : '1');
		if (value->kind == VALUE_TEXT)
			buf_add(key, value->text, value->size);
		buf_char(key, '\0');
	}
	buf_int(key, a->id);
	buf_char(key, ' ');
	buf_int(key, b->id);
}

static struct cached *
slot_of(struct scan *s)
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < s->key.size; i++)
		h = (h ^ (unsigned char)s->key.bytes[i]) * UINT64_C(1099511628211);
	return &s->cache[h % CACHED];
}

static bool
ask_code(struct scan *s, const struct row *row, const struct combination *a, const struct combination *b, int64_t *id,
	struct err *e)
{
	struct query *q = &s->code, other = {0};
	bool ok = sql_query(&other, s->other.db, "src/steps/stage/look/sql/profile_other.sql", e);

	if (ok) {
		query_bind_int(&other, 1, b->id);
		ok = query_next(&other, e) == QUERY_ROW;
	}
	if (ok) {
		query_bind_blob(q, 1, s->key.bytes, s->key.size);
		for (int i = COMM_TYPE; i <= COMM_PRIORITY; i++)
			bind_value(q, i - COMM_TYPE + 2, &row->values[i]);
		query_bind_int(q, 6, a->id);
		for (int i = 0; i < 3; i++)
			sqlite3_bind_value(q->stmt, i + 7, sqlite3_column_value(other.stmt, i));
		ok = query_next(q, e) == QUERY_ROW;
		*id = ok ? query_int(q, 0) : 0;
		query_reset(q);
	}
	query_close(&other);
	return ok;
}

static bool
find_code(struct scan *s, const struct row *row, int64_t *id, struct err *e)
{
	struct combination a, b;
	struct cached *slot;

	if (!classifier_find(&s->classifier, row, &a, e) || !classifier_find(&s->other_classifier, row, &b, e))
		return false;
	make_key(&s->key, row, &a, &b);
	slot = slot_of(s);
	if (slot->key != NULL && slot->size == s->key.size && memcmp(slot->key, s->key.bytes, s->key.size) == 0) {
		*id = slot->id;
		return true;
	}
	if (!ask_code(s, row, &a, &b, id, e))
		return false;
	free(slot->key);
	*slot = (struct cached){mem_new(s->key.size), s->key.size, *id};
	memcpy(slot->key, s->key.bytes, s->key.size);
	return true;
}

/* The core of a communication, every column but person and company, as a number. */
static int64_t
core_of(const struct row *row)
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (int i = 0; i <= PERSON_ID; i++) {
		const struct value *value = i == PERSON_ID ? &row->body : &row->values[i];
		const char *text = value->kind == VALUE_INT ? (const char *)&value->number : value->text;
		size_t size = value->kind == VALUE_INT	  ? sizeof value->number
			      : value->kind == VALUE_TEXT ? value->size
							  : 0;

		h = (h ^ (unsigned)value->kind) * UINT64_C(1099511628211);
		for (size_t k = 0; k < size; k++)
			h = (h ^ (unsigned char)text[k]) * UINT64_C(1099511628211);
	}
	return (int64_t)(h >> 1);
}

static bool
has(const struct row *row, int column)
{
	return row->values[column].kind != VALUE_NULL;
}

/* The first four digits of a time that stand together: the year, whatever the form. */
static int64_t
year_of(const struct value *time)
{
	size_t run = 0;

	for (size_t i = 0; time->kind == VALUE_TEXT && i < time->size && i < 11; i++) {
		run = time->text[i] >= '0' && time->text[i] <= '9' ? run + 1 : 0;
		if (run == 4)
			return (time->text[i - 3] - '0') * 1000 + (time->text[i - 2] - '0') * 100 +
			       (time->text[i - 1] - '0') * 10 + (time->text[i] - '0');
	}
	return 0;
}

static bool
add_row(struct scan *s, const struct row *read, struct err *e)
{
	bool is_good = read->code == NULL;
	const struct row *row = is_good ? read : &s->seen;
	const struct value *from = &row->values[COMM_DATETIME], *to = &row->values[COMM_TODATETIME];
	struct query *q = &s->row;
	int64_t code, year = year_of(from);

	if (!find_code(s, row, &code, e))
		return false;
	query_bind_int(q, 1, s->number);
	query_bind_int(q, 2, (int64_t)read->line);
	query_bind_int(q, 3, code);
	if (is_good) {
		query_bind_int(q, 4, row->values[COMM_COMMUNICATIONID].number);
		query_bind_int(q, 5, core_of(row));
	} else {
		query_bind_null(q, 4);
		query_bind_null(q, 5);
	}
	query_bind_int(q, 6, year);
	if (year == 0)
		query_bind_null(q, 6);
	query_bind_int(q, 7, has(row, PERSON_ID));
	query_bind_int(q, 8, has(row, COMPANY_ID));
	query_bind_int(q, 9, has(row, COMM_OPPORTUNITYID));
	query_bind_int(q, 10, has(row, COMM_CASEID));
	query_bind_int(q, 11, !has(row, COMM_NOTE));
	query_bind_int(q, 12, is_good && has(row, COMM_TODATETIME) && strcmp(to->text, from->text) < 0);
	return query_run(q, e);
}

static void
note_reject(struct profile_file *f, const struct row *row)
{
	size_t i = 0;

	while (i < f->reject_count && strcmp(f->rejects[i].code, row->code) != 0)
		i++;
	if (i == PROFILE_CODES)
		return;
	if (i == f->reject_count)
		f->rejects[f->reject_count++] =
			(struct profile_reject){.code = row->code, .column = row->column, .line = row->line};
	f->rejects[i].rows++;
}

static void
note_record(struct profile_file *f, const struct row *row)
{
	size_t n = row->raw_size;

	if (row->size > f->longest) {
		f->longest = row->size;
		f->longest_line = row->line;
	}
	if (row->raw == NULL || n == 0)
		return;
	if (row->raw[n - 1] == '\r')
		f->ends[2]++;
	else if (row->raw[n - 1] == '\n')
		f->ends[n > 1 && row->raw[n - 2] == '\r']++;
}

static bool
scan_file(struct scan *s, const char *path, struct err *e)
{
	struct reader_options options = reading_options(s->stage);
	struct row row;
	enum csv_step step = CSV_FAILED;
	bool ok;

	options.intake.anything = true;
	options.allow_empty = true;
	options.observer = observe;
	options.observer_context = s;
	s->file->reader = reader_open(path, &options, e);
	ok = s->file->reader != NULL;
	if (ok)
		s->file->columns = mem_new(s->file->reader->column_count * sizeof *s->file->columns);
	while (ok) {
		s->has_seen = false;
		arena_reset(&s->arena);
		step = reader_next(s->file->reader, &row, &s->arena, e);
		if (step != CSV_RECORD)
			break;
		note_record(s->file, &row);
		if (row.code != NULL)
			note_reject(s->file, &row);
		ok = !s->has_seen || add_row(s, &row, e);
		if (s->stage->progress != NULL && s->file->reader->rows % 1024 == 0)
			s->stage->progress(
				s->stage->context, "profile", s->file->reader->rows, s->file->reader->file->bytes, 0);
	}
	return ok && step == CSV_END;
}

bool
profile_files(struct profile *p, struct stage *stage, struct err *e)
{
	struct scan s = {.profile = p, .stage = stage};
	bool ok = open_scan(&s, e);

	p->db = stage->db;
	p->files = mem_new((size_t)stage->inputs.communication_count * sizeof *p->files);
	for (int i = 0; ok && i < stage->inputs.communication_count; i++) {
		s.file = &p->files[p->file_count++];
		s.number = i;
		ok = scan_file(&s, stage->inputs.communications[i], e);
	}
	ok = ok && sql_run(stage->db, "src/steps/stage/look/sql/profile_index.sql", e);
	close_scan(&s);
	return ok;
}

void
profile_clear(struct profile *p)
{
	for (int i = 0; i < p->file_count; i++) {
		struct profile_file *f = &p->files[i];

		for (size_t k = 0; f->columns != NULL && k < f->reader->column_count; k++)
			profile_column_clear(&f->columns[k]);
		free(f->columns);
		reader_close(f->reader);
	}
	free(p->files);
	*p = (struct profile){0};
}
