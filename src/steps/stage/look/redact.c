#include "steps/stage/look/redact.h"

#include "core/disguise.h"
#include "core/encoding.h"
#include "core/file.h"
#include "core/mem.h"
#include "core/text.h"
#include "rules/embedded.h"
#include "steps/stage/input/columns.h"
#include "steps/stage/input/dates.h"
#include "steps/stage/input/survey.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK = 1 << 16, PIECE = 1 << 20, TRIES = 100 };

struct redact {
	struct intake *intake;
	struct disguise *disguise;
	struct file *file;
	const char *null_markers;
	struct redact_counts *counts;

	char **codes; /* norm() of every code that rules know, sorted */
	size_t code_count;

	struct columns_one *columns; /* of the header; NULL: there is none, all is text */
	size_t column_count;
	bool header_done;
	struct buf *names; /* of the header while it is read */

	size_t column; /* of the cell that is being read */
	struct buf cell, out, encoded;
	bool quoted, after_quote; /* the cell began with a quote; the last byte was a quote inside it */
	bool closed;		  /* behind a closing quote more text came */
};

static int
compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Adds the words of a CSV file of a rule set. Neither quotes nor cells matter: a word is what commas and line ends
 * part. */
static void
add_codes(struct redact *r, const char *bytes, size_t size)
{
	size_t from = 0;

	for (size_t i = 0; i <= size; i++) {
		struct buf word = {0};

		if (i < size && bytes[i] != ',' && bytes[i] != '\n' && bytes[i] != '\r')
			continue;
		if (i > from) {
			buf_norm(&word, bytes + from, i - from);
			r->codes = mem_grow(r->codes, (r->code_count + 1) * sizeof *r->codes);
			r->codes[r->code_count++] = mem_text(word.bytes);
		}
		buf_clear(&word);
		from = i + 1;
	}
}

static bool
is_code_file(const char *path)
{
	const char *name = strrchr(path, '/');

	name = name == NULL ? path : name + 1;
	return strcmp(name, "classification.csv") == 0 || strcmp(name, "values.csv") == 0;
}

static void
find_codes(struct redact *r, const struct ruleset *rules)
{
	for (int i = 0; i < embedded_count; i++)
		if (strncmp(embedded_files[i].path, "schema/rules/", 13) == 0 && is_code_file(embedded_files[i].path))
			add_codes(r, (const char *)embedded_files[i].bytes, embedded_files[i].size);
	for (size_t i = 0; i < rules->file_count; i++)
		if (is_code_file(rules->files[i].path))
			add_codes(r, rules->files[i].bytes.bytes, rules->files[i].bytes.size);
	if (r->code_count > 0)
		qsort(r->codes, r->code_count, sizeof *r->codes, compare);
}

static bool
is_code(const struct redact *r, const char *text, size_t size)
{
	struct buf word = {0};
	bool found;

	buf_norm(&word, text, size);
	found = word.size > 0 && bsearch(&word.bytes, r->codes, r->code_count, sizeof *r->codes, compare) != NULL;
	buf_clear(&word);
	return found;
}

/* A code that no rule knows stays one that no rule knows. */
static void
add_unknown_code(struct redact *r, struct buf *to, const char *text, size_t size)
{
	struct buf last = {0};
	size_t start = to->size;

	buf_add(&last, text, size);
	for (int i = 0; i < TRIES; i++) {
		to->size = start;
		disguise_text(r->disguise, to, last.bytes, last.size);
		if (!is_code(r, to->bytes + start, to->size - start))
			break;
		buf_reset(&last);
		buf_add(&last, to->bytes + start, to->size - start);
	}
	buf_clear(&last);
}

static enum source_class
class_of(const struct redact *r)
{
	enum source_column column =
		r->columns == NULL || r->column >= r->column_count ? SOURCE_COLUMNS : r->columns[r->column].column;

	return column == SOURCE_COLUMNS ? SOURCE_TEXT : source_columns[column].class;
}

static bool
stays(const struct redact *r, const char *text, size_t size)
{
	struct dates_cell date;

	text_trim(&text, &size);
	if (size == 0 || survey_word(text, size, r->null_markers) >= 0)
		return true;
	if (class_of(r) == SOURCE_CODE)
		return is_code(r, text, size);
	if (class_of(r) != SOURCE_TIME)
		return false;
	dates_read(text, size, &date);
	return date.form != DATES_OTHER;
}

/* Adds what stands in for the inside of a cell. */
static void
add_inside(struct redact *r, const char *text, size_t size)
{
	if (stays(r, text, size)) {
		buf_add(&r->out, text, size);
		r->counts->kept++;
	} else if (class_of(r) == SOURCE_CODE) {
		add_unknown_code(r, &r->out, text, size);
	} else if (!disguise_number(r->disguise, &r->out, text, size)) {
		disguise_text(r->disguise, &r->out, text, size);
	}
}

static void
end_cell(struct redact *r)
{
	const char *text = r->cell.size == 0 ? "" : r->cell.bytes;
	size_t size = r->cell.size;
	bool is_closed = r->quoted && size >= 2 && text[size - 1] == '"';

	r->counts->cells++;
	if (!r->header_done) {
		buf_add(&r->out, text, size);
		r->names = mem_grow(r->names, (r->column + 1) * sizeof *r->names);
		r->names[r->column] = (struct buf){0};
		buf_add(&r->names[r->column], text + r->quoted, size - r->quoted - is_closed);
	} else {
		buf_add(&r->out, text, r->quoted);
		add_inside(r, text + r->quoted, size - r->quoted - is_closed);
		buf_text(&r->out, is_closed ? "\"" : "");
	}
	buf_reset(&r->cell);
	r->quoted = r->after_quote = r->closed = false;
	r->column++;
}

/* Whether the first line has names: one of the 22, or one of a reconciliation table. */
static bool
has_names(const struct columns_one *columns, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *name = columns[i].header;
		size_t size = strlen(name);

		if (columns[i].column != SOURCE_COLUMNS || (size > 7 && text_same(name, 7, "legacy_")) ||
			(size > 8 && text_same(name, 8, "hubspot_")))
			return true;
	}
	return false;
}

/* The first record: what its columns are. Without names it was a row, and is disguised as one. */
static void
take_header(struct redact *r)
{
	size_t position[SOURCE_COLUMNS], count = r->column;
	struct columns_one *columns = mem_new((count + 1) * sizeof *columns);
	struct err ignored;
	bool named;

	for (size_t i = 0; i < count; i++) {
		const char *text = r->names[i].size == 0 ? "" : r->names[i].bytes;
		size_t size = r->names[i].size;

		text_trim(&text, &size);
		columns[i] =
			(struct columns_one){.header = mem_format("%.*s", (int)size, text), .column = SOURCE_COLUMNS};
	}
	columns_find(columns, count, position, r->intake->name, &ignored);
	r->column_count = count;
	r->columns = columns;
	r->header_done = true;
	named = has_names(columns, count);
	if (!named) {
		struct buf row = r->out;

		r->columns = NULL;
		r->out = (struct buf){0};
		disguise_text(r->disguise, &r->out, row.bytes, row.size);
		buf_clear(&row);
	}
	for (size_t i = 0; i < count; i++)
		buf_clear(&r->names[i]);
	for (size_t i = 0; !named && i < count; i++) {
		free(columns[i].header);
		free(columns[i].extra);
	}
	if (!named)
		free(columns);
}

static bool
flush(struct redact *r, struct err *e)
{
	bool ok;

	if (r->intake->converter == NULL) {
		ok = file_add(r->file, r->out.bytes == NULL ? "" : r->out.bytes, r->out.size, e);
	} else {
		buf_reset(&r->encoded);
		ok = encoding_back(
			     r->intake->encoding, r->out.bytes == NULL ? "" : r->out.bytes, r->out.size, &r->encoded)
			     ? file_add(r->file, r->encoded.bytes, r->encoded.size, e)
			     : err_set(e, ERR_FAULT, "a stand-in has no form in %s", r->intake->encoding);
	}
	buf_reset(&r->out);
	return ok;
}

/* One byte of the stream. Cells, delimiters and line ends come out where they were. */
static void
take(struct redact *r, char c)
{
	bool inside = r->quoted && !r->after_quote && !r->closed;

	if (!inside && (c == r->intake->dialect.delimiter || c == '\n' || c == '\r')) {
		bool is_end = c != r->intake->dialect.delimiter, is_row = r->column > 0 || r->cell.size > 0;

		if (is_row || !is_end)
			end_cell(r);
		buf_char(&r->out, c);
		if (!is_end)
			return;
		if (is_row) {
			r->counts->records++;
			if (!r->header_done)
				take_header(r);
		}
		r->column = 0;
		return;
	}
	r->closed = r->closed || (r->after_quote && c != '"');
	if (r->quoted)
		r->after_quote = c == '"' && !r->after_quote;
	else if (r->cell.size == 0)
		r->quoted = c == '"';
	buf_char(&r->cell, c);
	if (r->cell.size >= PIECE && r->header_done) {
		buf_add(&r->out, r->cell.bytes, r->quoted);
		disguise_text(r->disguise, &r->out, r->cell.bytes + r->quoted, r->cell.size - r->quoted);
		buf_reset(&r->cell);
	}
}

static bool
copy(struct redact *r, struct err *e)
{
	char *block = mem_grow(NULL, BLOCK);
	int64_t got = 1;
	bool ok = true;

	while (ok && got > 0) {
		got = intake_read(r->intake, block, BLOCK, e);
		for (int64_t i = 0; i < got; i++)
			take(r, block[i]);
		ok = got >= 0 && (r->out.size < BLOCK || flush(r, e));
	}
	if (ok && (r->column > 0 || r->cell.size > 0)) {
		end_cell(r);
		r->counts->records++;
		if (!r->header_done)
			take_header(r);
	}
	free(block);
	return ok && flush(r, e);
}

/* What stands before the stream: the byte order mark, and Excel's line. */
static bool
copy_head(struct redact *r, struct err *e)
{
	char mark[4];
	size_t size = r->intake->found.bom, skip = r->intake->skip;
	char line[16];

	if (size > 0 && pread(r->intake->fd, mark, size, 0) != (ssize_t)size)
		return err_system(e, "%s", r->intake->path);
	if (!file_add(r->file, mark, size, e))
		return false;
	r->intake->skip = 0;
	for (size_t i = 0; i < skip && i < sizeof line; i++) {
		if (intake_read(r->intake, line + i, 1, e) != 1)
			return false;
		buf_char(&r->out, line[i]);
	}
	return true;
}

static bool
open_key(struct redact *r, const char *key, struct err *e)
{
	char hex[HASH_HEX];
	int64_t size;

	if (key == NULL && !file_hash_fd(r->intake->fd, r->intake->path, hex, &size, e))
		return false;
	r->disguise = disguise_open(key == NULL ? hex : key);
	return true;
}

static void
clear(struct redact *r)
{
	file_close(r->file);
	intake_close(r->intake);
	disguise_close(r->disguise);
	for (size_t i = 0; i < r->code_count; i++)
		free(r->codes[i]);
	for (size_t i = 0; r->columns != NULL && i < r->column_count; i++) {
		free(r->columns[i].header);
		free(r->columns[i].extra);
	}
	free(r->codes);
	free(r->columns);
	free(r->names);
	buf_clear(&r->cell);
	buf_clear(&r->out);
	buf_clear(&r->encoded);
}

bool
redact_file(const char *from, const char *to, const char *key, const struct ruleset *rules,
	const struct intake_options *as, const char *null_markers, struct redact_counts *counts, struct err *e)
{
	struct redact r = {.null_markers = null_markers, .counts = counts};
	char *partial = mem_format("%s.partial", to);
	struct err ignored;
	struct stat st;
	bool ok;

	*counts = (struct redact_counts){0};
	if (lstat(to, &st) == 0)
		ok = err_set(e, ERR_USAGE, "%s is there already; nothing was written", to);
	else
		ok = (r.intake = intake_open(from, as, e)) != NULL && open_key(&r, key, e) &&
		     (r.file = file_open(partial, 0, e)) != NULL;
	if (ok) {
		find_codes(&r, rules);
		ok = copy_head(&r, e) && copy(&r, e) && file_finish(r.file, e) && file_move(partial, to, e);
		if (!ok)
			file_remove_tree(partial, &ignored);
	}
	clear(&r);
	free(partial);
	return ok;
}
