#include "steps/stage/input/reader.h"

#include "core/buf.h"
#include "core/clock.h"
#include "core/mem.h"
#include "core/number.h"
#include "core/text.h"
#include "steps/stage/input/csvtext.h"
#include "steps/stage/input/survey.h"
#include "steps/stage/input/verdict.h"

#include <stdlib.h>
#include <string.h>

enum { NULL_WORD_MAX = 16 }; /* bytes of a cell that may be a null marker */
enum { QUOTED_MAX = 40 };    /* bytes of a value that a message shows whole; of a longer one half as many characters */

/* Columns that rejects.csv has before the file's own: known, and not to be read. */
static const char *const reject_columns[] = {
	"reject_file", "reject_line", "reject_byte", "reject_column", "reject_code", "reject_message", NULL};

static bool
is_reject_column(const char *text, size_t size)
{
	for (int i = 0; reject_columns[i] != NULL; i++)
		if (text_same(text, size, reject_columns[i]))
			return true;
	return false;
}

/* The names of required columns that the header lacks, as ", " list. */
static void
list_missing(const struct reader *r, struct buf *list)
{
	for (int i = 0; i < SOURCE_COLUMNS; i++)
		if (source_columns[i].required && r->position[i] == SIZE_MAX)
			buf_format(list, "%s%s", list->size > 0 ? ", " : "", source_columns[i].header);
}

/* Whether the record looks like a row: one of its cells is a number or a time. */
static bool
has_values(const struct csv_record *record)
{
	struct dates_cell date;

	for (size_t i = 0; i < record->cell_count; i++) {
		dates_read(record->cells[i].text, record->cells[i].size, &date);
		if (date.form != DATES_OTHER)
			return true;
	}
	return false;
}

static bool
check_header(const struct reader *r, const struct csv_record *record, size_t known, struct err *e)
{
	struct buf missing = {0};
	const char *name = r->file->name;
	bool ok = true;

	list_missing(r, &missing);
	if (known == 0 && has_values(record))
		ok = err_set(e, ERR_INPUT,
			"%s:%llu: the first line has values, not names; export the file with a header line", name,
			(unsigned long long)record->line);
	else if (record->cell_count == 1)
		ok = err_set(e, ERR_INPUT,
			"%s:%llu: the header is a single column: neither comma, semicolon, tab nor pipe separates "
			"names "
			"there (--delimiter names another)",
			name, (unsigned long long)record->line);
	else if (missing.size > 0)
		ok = err_set(e, ERR_INPUT, "%s:%llu: required columns are missing: %s", name,
			(unsigned long long)record->line, missing.bytes);
	buf_clear(&missing);
	if (!ok && known > 0 && r->options.intake.anything) {
		r->file->intake->problem = *e;
		err_clear(e);
		ok = true;
	}
	return ok;
}

/* Whether "extra NAME" is one of the comma-separated words. */
static bool
is_used(const char *words, const char *name)
{
	size_t size = strlen(name);

	for (const char *at = words; at != NULL && (at = strstr(at, "extra ")) != NULL; at++)
		if ((at == words || at[-1] == ' ' || at[-1] == ',') && strncmp(at + 6, name, size) == 0 &&
			(at[6 + size] == '\0' || at[6 + size] == ','))
			return true;
	return false;
}

static void
find_kept(struct reader *r)
{
	for (size_t i = 0; i < r->column_count; i++) {
		struct columns_one *c = &r->columns[i];

		c->is_used = c->extra != NULL && is_used(r->options.used_extras, c->extra);
		c->is_kept = c->extra != NULL && (c->is_used || r->options.keep_extra);
		r->keeps_extras = r->keeps_extras || c->is_kept;
	}
}

static void
find_marks(struct reader *r)
{
	static const char *const names[] = {"private", "deleted"};

	for (int k = 0; k < 2; k++) {
		r->marks[k] = SIZE_MAX;
		for (size_t i = 0; i < r->column_count && r->marks[k] == SIZE_MAX; i++)
			if (r->columns[i].extra != NULL && strcmp(r->columns[i].extra, names[k]) == 0)
				r->marks[k] = i;
	}
	r->wants_extras = r->keeps_extras || r->marks[0] != SIZE_MAX || r->marks[1] != SIZE_MAX;
}

static bool
take_header(struct reader *r, const struct csv_record *record, struct err *e)
{
	size_t known = 0, rejects = 0;

	r->columns = mem_new(record->cell_count * sizeof *r->columns);
	r->column_count = record->cell_count;
	for (size_t i = 0; i < record->cell_count; i++) {
		const char *text = record->cells[i].text;
		size_t size = record->cells[i].size;

		text_trim(&text, &size);
		r->columns[i] =
			(struct columns_one){.header = mem_format("%.*s", (int)size, text), .column = SOURCE_COLUMNS};
		r->columns[i].is_ours = is_reject_column(text, size);
		rejects += r->columns[i].is_ours;
	}
	if (!columns_find(r->columns, r->column_count, r->position, r->file->name, e))
		return false;
	for (int i = 0; i < SOURCE_COLUMNS; i++)
		known += r->position[i] != SIZE_MAX;
	r->is_rejects = rejects == sizeof reject_columns / sizeof reject_columns[0] - 1;
	find_kept(r);
	find_marks(r);
	return check_header(r, record, known, e);
}

struct reader *
reader_open(const char *path, const struct reader_options *options, struct err *e)
{
	struct reader *r = mem_new(sizeof *r);
	struct csv_record record;
	enum csv_step step = CSV_FAILED;
	bool ok;

	r->options = *options;
	r->order = options->order;
	r->file = csvfile_open(path, &options->csv, &options->intake, e);
	if (r->file != NULL)
		step = csvfile_next(r->file, &record, e);
	if (step == CSV_END)
		ok = err_set(e, ERR_INPUT, "%s is empty: not even a header line", path);
	else if (step == CSV_RECORD && record.problem != CSV_FINE)
		ok = err_set(e, ERR_INPUT, "%s:1: the header line is not CSV", r->file->name);
	else
		ok = step == CSV_RECORD && take_header(r, &record, e);
	if (!ok) {
		reader_close(r);
		r = NULL;
	}
	return r;
}

void
reader_close(struct reader *r)
{
	if (r == NULL)
		return;
	for (size_t i = 0; i < r->column_count; i++) {
		free(r->columns[i].header);
		free(r->columns[i].extra);
	}
	free(r->survey);
	free(r->columns);
	csvfile_close(r->file);
	free(r);
}

/* Makes the row a reject. Always returns false. */
static bool
reject(struct row *row, const char *code, const char *column, const char *message)
{
	row->code = code;
	row->column = column;
	row->message = message;
	return false;
}

/* A value as a message shows it: quoted, cut, and without line breaks. */
static const char *
quoted(const char *text, size_t size, struct arena *arena)
{
	size_t shown = size > QUOTED_MAX ? text_prefix(text, size, QUOTED_MAX / 2) : size;
	char *copy = arena_format(arena, "'%.*s%s'", (int)shown, text, shown < size ? "..." : "");

	for (char *c = copy; *c != '\0'; c++)
		if ((unsigned char)*c < ' ')
			*c = ' ';
	return copy;
}

static bool
is_word_of(const char *text, size_t size, const char *words)
{
	return survey_word(text, size, words) >= 0;
}

static bool
take_id(struct reader *r, struct row *row, int column, const char *text, size_t size, struct arena *arena)
{
	struct value *value = &row->values[column];
	const char *header = source_columns[column].header;

	switch (number_int32(text, size, true, &value->number)) {
	case NUMBER_GOOD:
		value->kind = value->number == 0 && r->options.zero_id_is_null ? VALUE_NULL : VALUE_INT;
		r->counts.zero_ids += value->kind == VALUE_NULL;
		return true;
	case NUMBER_RANGE:
		return reject(row, "INVALID_NUMBER_SIZE", header,
			arena_format(arena, "%s is outside -2147483648 to 2147483647", quoted(text, size, arena)));
	default:
		return reject(row, "COULD_NOT_PARSE_NUMBER", header,
			arena_format(arena, "%s is not a whole number", quoted(text, size, arena)));
	}
}

/* The text of a time as the master holds it: the cell itself when it already has that form. */
static bool
take_time(struct reader *r, struct row *row, int column, const char *text, size_t size, struct arena *arena)
{
	struct value *value = &row->values[column];
	struct clock_time time;
	enum clock_verdict verdict = clock_parse(text, size, &time);
	char written[CLOCK_TEXT_MAX];

	if (verdict == CLOCK_NOT_A_DATE) {
		const char *why = verdict_date(r, column, text, size, &time);

		if (why == NULL)
			verdict = CLOCK_GOOD;
		else if (why[0] != '\0')
			return reject(row, "COULD_NOT_PARSE_DATE", source_columns[column].header,
				arena_format(arena, "%s %s", quoted(text, size, arena), why));
	}
	if (verdict == CLOCK_GOOD && time.has_offset)
		time.seconds = zone_to_local(r->options.zone, time.seconds - time.offset_seconds);
	if (verdict == CLOCK_GOOD) {
		value->size = clock_write(written, time.seconds, time.micros);
		if (value->size == 0)
			verdict = CLOCK_YEAR;
	}
	if (verdict != CLOCK_GOOD)
		return reject(row, verdict == CLOCK_YEAR ? "OUTSIDE_VALID_TIME_RANGE" : "COULD_NOT_PARSE_DATE",
			source_columns[column].header,
			arena_format(arena, "%s %s", quoted(text, size, arena), clock_reason(verdict)));
	if (r->options.sentinel_is_null && is_word_of(written, 10, r->options.sentinel_dates)) {
		r->counts.sentinels++;
		return true;
	}
	value->kind = VALUE_TEXT;
	value->text = arena_bytes(arena, written, value->size);
	return true;
}

/* A body that is too long for its column: the column has the beginning, row->body the whole. */
static bool
take_body(struct row *row, const char *text, size_t size, struct arena *arena)
{
	size_t cut = text_prefix(text, size, source_columns[COMM_EMAIL_CLEAN].max_length);
	struct value whole = {.kind = VALUE_TEXT, .text = arena_bytes(arena, text, size), .size = size};

	row->values[COMM_EMAIL_CLEAN] =
		(struct value){.kind = VALUE_TEXT, .text = arena_bytes(arena, text, cut), .size = cut};
	if (cut < size)
		row->body = whole;
	return true;
}

static bool
take_text(struct row *row, int column, const char *text, size_t size, struct arena *arena)
{
	size_t max = source_columns[column].max_length;
	struct value *value = &row->values[column];

	if (max > 0 && size > max && text_length(text, size) > max)
		return reject(row, "COLUMN_TOO_LARGE", source_columns[column].header,
			arena_format(arena, "%zu characters, at most %zu are allowed", text_length(text, size), max));
	value->kind = VALUE_TEXT;
	value->text = arena_bytes(arena, text, size);
	value->size = size;
	return true;
}

static void
note_repair(struct row *row, int column, const struct csv_cell *cell, struct arena *arena)
{
	struct row_repair *repair = arena_new(arena, sizeof *repair);

	*repair = (struct row_repair){.column = source_columns[column].header,
		.text = arena_bytes(arena, cell->text, cell->size),
		.size = cell->size,
		.next = row->repairs};
	row->repairs = repair;
}

static bool
take_key(struct reader *r, struct row *row, int column, const char *text, size_t size, struct arena *arena)
{
	text_trim(&text, &size);
	r->has_empty_key = r->has_empty_key || size == 0;
	if (size == 0 || is_word_of(text, size, r->options.null_markers))
		return true;
	if (source_columns[column].class == SOURCE_ID)
		return take_id(r, row, column, text, size, arena);
	return take_time(r, row, column, text, size, arena);
}

static bool
take_cell(struct reader *r, struct row *row, int column, const struct csv_cell *cell, struct arena *arena)
{
	const char *text = cell->text;
	size_t size = cell->size;
	enum source_class class = source_columns[column].class;

	if (r->is_rejects)
		csvtext_unprefix(&text, &size);
	if (mend_text(&r->options.mend, &text, &size, arena, &r->counts.mend))
		note_repair(row, column, cell, arena);
	if (class == SOURCE_ID || class == SOURCE_TIME)
		return memchr(text, '\0', size) == NULL
			       ? take_key(r, row, column, text, size, arena)
			       : reject(row, "FAILED_VALIDATION", source_columns[column].header, "holds a NUL byte");
	if (size == 0 && (!cell->quoted || !r->options.quoted_empty_kept))
		return true;
	if (memchr(text, '\0', size) != NULL)
		return reject(row, "FAILED_VALIDATION", source_columns[column].header, "holds a NUL byte");
	if (size < NULL_WORD_MAX && verdict_null_word(r, text, size))
		return true;
	if (column == COMM_EMAIL_CLEAN && r->options.email_is_body)
		return take_body(row, text, size, arena);
	return take_text(row, column, text, size, arena);
}

static bool
is_yes(const struct csv_cell *cell)
{
	static const char *const words[] = {"y", "yes", "true", "t", "1", "1.0", "o", "oui"};
	const char *text = cell->text;
	size_t size = cell->size;

	text_trim(&text, &size);
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (text_same(text, size, words[i]))
			return true;
	return false;
}

/* What the file's other columns say, where anybody wants it. */
static void
take_extras(struct reader *r, struct row *row, const struct csv_record *record, struct arena *arena)
{
	row->is_private = r->marks[0] != SIZE_MAX && is_yes(&record->cells[r->marks[0]]);
	row->is_deleted = r->marks[1] != SIZE_MAX && is_yes(&record->cells[r->marks[1]]);
	if (!r->keeps_extras)
		return;
	row->extras = arena_new(arena, r->column_count * sizeof *row->extras);
	for (size_t i = 0; i < r->column_count; i++) {
		const char *text = record->cells[i].text;
		size_t size = record->cells[i].size;

		row->extras[i] = (struct value){.kind = VALUE_NULL};
		if (!r->columns[i].is_kept || size == 0)
			continue;
		if (r->is_rejects)
			csvtext_unprefix(&text, &size);
		mend_text(&r->options.mend, &text, &size, arena, &r->counts.mend);
		if (memchr(text, '\0', size) == NULL && !(size < NULL_WORD_MAX && verdict_null_word(r, text, size)))
			row->extras[i] = (struct value){
				.kind = VALUE_TEXT, .text = arena_bytes(arena, text, size), .size = size};
	}
}

static bool
take_cells(struct reader *r, struct row *row, const struct csv_record *record, struct arena *arena)
{
	if (r->options.observer != NULL)
		r->options.observer(r->options.observer_context, record);
	if (r->wants_extras)
		take_extras(r, row, record, arena);
	for (int i = 0; i < SOURCE_COLUMNS; i++) {
		if (r->position[i] != SIZE_MAX && !take_cell(r, row, i, &record->cells[r->position[i]], arena))
			return false;
		if (source_columns[i].required &&
			(row->values[i].kind == VALUE_NULL ||
				(row->values[i].kind == VALUE_TEXT && row->values[i].size == 0)))
			return reject(row, "MISSING_REQUIRED_PROPERTY", source_columns[i].header,
				"has no value, and every row needs one");
	}
	return true;
}

enum csv_step
reader_next(struct reader *r, struct row *row, struct arena *arena, struct err *e)
{
	struct csv_record record;
	enum csv_step step = csvfile_next(r->file, &record, e);

	if (step == CSV_END && r->rows == 0 && !r->options.allow_empty) {
		err_set(e, ERR_INPUT, "%s has a header and no row (--allow-empty takes it)", r->file->name);
		return CSV_FAILED;
	}
	if (step != CSV_RECORD)
		return step;
	r->rows++;
	for (int i = 0; i < SOURCE_COLUMNS; i++)
		row->values[i].kind = VALUE_NULL;
	row->body.kind = VALUE_NULL;
	row->line = record.line;
	row->offset = record.offset;
	row->size = record.size;
	row->code = row->column = row->message = row->raw = NULL;
	row->repairs = NULL;
	row->extras = NULL;
	row->is_private = row->is_deleted = false;
	row->raw_size = record.raw_size;
	if (record.raw != NULL)
		row->raw = arena_bytes(arena, record.raw, record.raw_size);
	if (record.problem == CSV_OVERSIZE)
		return reject(row, "ROW_DATA_TOO_LARGE", NULL,
			       arena_format(arena, "%llu bytes, at most %zu are allowed; it stands in rejects.raw",
				       (unsigned long long)record.size, r->options.csv.max_record)),
		       CSV_RECORD;
	if (record.problem == CSV_STRAY_QUOTE)
		reject(row, "COULD_NOT_PARSE_ROW", NULL,
			arena_format(arena,
				"line %llu, byte %llu: a quote stands where none may be; the line stands in "
				"rejects.raw",
				(unsigned long long)record.problem_line, (unsigned long long)record.problem_column));
	else if (record.cell_count != r->column_count && !verdict_split(r))
		reject(row, "INCORRECT_NUMBER_OF_COLUMNS", NULL,
			arena_format(arena, "%zu columns, the header has %zu; the record stands in rejects.raw",
				record.cell_count, r->column_count));
	else if (record.cell_count == r->column_count)
		take_cells(r, row, &record, arena);
	if (r->refusal.kind != ERR_NONE)
		return *e = r->refusal, CSV_FAILED;
	if (record.problem == CSV_FINE && record.cell_count == r->column_count)
		return CSV_RECORD;
	if (r->options.csv.spill != NULL &&
		!r->options.csv.spill(r->options.csv.spill_context, record.raw, record.raw_size, e))
		return CSV_FAILED;
	return CSV_RECORD;
}
