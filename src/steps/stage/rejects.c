#include "steps/stage/rejects.h"

#include "core/buf.h"
#include "core/csv.h"
#include "core/file.h"
#include "core/mem.h"
#include "rules/sql.h"
#include "steps/stage/input/csvtext.h"

#include <stdlib.h>
#include <string.h>

enum { REJECT_COLUMNS = 6 }; /* that rejects.csv has before the file's own */

struct rejects {
	char *csv_path, *raw_path, *csv_new, *raw_new;
	struct file *csv, *raw;
	int64_t columns; /* of the inputs together */
};

struct rejects *
rejects_open(const char *dir, struct err *e)
{
	struct rejects *r = mem_new(sizeof *r);

	r->csv_path = file_join(dir, "rejects.csv");
	r->raw_path = file_join(dir, "rejects.raw");
	r->csv_new = file_join(dir, "rejects.csv.partial");
	r->raw_new = file_join(dir, "rejects.raw.partial");
	r->csv = file_open(r->csv_new, 0, e);
	r->raw = r->csv == NULL ? NULL : file_open(r->raw_new, 0, e);
	if (r->raw == NULL) {
		rejects_close(r);
		r = NULL;
	}
	return r;
}

bool
rejects_spill(void *rejects, const char *bytes, size_t size, struct err *e)
{
	struct rejects *r = rejects;

	return file_add(r->raw, bytes, size, e);
}

void
rejects_close(struct rejects *r)
{
	struct err ignored;

	if (r == NULL)
		return;
	file_close(r->csv);
	file_close(r->raw);
	file_remove_tree(r->csv_new, &ignored);
	file_remove_tree(r->raw_new, &ignored);
	free(r->csv_path);
	free(r->raw_path);
	free(r->csv_new);
	free(r->raw_new);
	free(r);
}

struct source {
	const char *bytes;
	size_t size, at;
};

static int64_t
read_raw(void *context, char *to, size_t size, struct err *e)
{
	struct source *s = context;
	size_t left = s->size - s->at, n = left < size ? left : size;

	(void)e;
	memcpy(to, s->bytes + s->at, n);
	s->at += n;
	return (int64_t)n;
}

/* Where the cells of a file's records go. */
struct places {
	int64_t *place; /* in rejects.csv, for each column of the file; -1: nowhere */
	size_t count;
	size_t nowhere;
};

/* The cells of one raw record, to the columns of rejects.csv that are theirs. Those of a file that was a rejects.csv
 * itself have their ' already, and must not get another. */
static void
add_cells(struct buf *line, const char *raw, size_t size, char delimiter, const struct places *p, int64_t total)
{
	bool is_rejects = p->nowhere == REJECT_COLUMNS;
	struct source source = {raw, size, 0};
	struct csv *csv =
		csv_open("", &(struct csv_options){.delimiter = delimiter, .max_record = SIZE_MAX}, read_raw, &source);
	const struct csv_cell **cells = mem_new((size_t)(total + 1) * sizeof *cells);
	struct csv_record record = {0};
	struct err e;

	if (size > 0 && csv_next(csv, &record, &e) == CSV_RECORD && record.problem == CSV_FINE)
		for (size_t i = 0; i < record.cell_count && i < p->count; i++)
			if (p->place[i] >= 0)
				cells[p->place[i]] = &record.cells[i];
	for (int64_t i = 0; i < total; i++) {
		const char *text = cells[i] == NULL ? "" : cells[i]->text;
		size_t length = cells[i] == NULL ? 0 : cells[i]->size;

		buf_char(line, ',');
		if (is_rejects)
			csvtext_unprefix(&text, &length);
		csvtext_person(line, text, length, cells[i] != NULL && cells[i]->quoted);
	}
	free(cells);
	csv_close(csv);
}

static bool
read_places(struct db *db, int64_t input, struct places *p, struct err *e)
{
	struct query q = {0};
	enum query_step step = QUERY_FAILED;

	p->count = p->nowhere = 0;
	if (sql_query(&q, db, "src/steps/stage/sql/rejects_places.sql", e)) {
		query_bind_int(&q, 1, input);
		while ((step = query_next(&q, e)) == QUERY_ROW) {
			p->place = mem_grow(p->place, (p->count + 1) * sizeof *p->place);
			p->nowhere += query_null(&q, 0);
			p->place[p->count++] = query_null(&q, 0) ? -1 : query_int(&q, 0);
		}
	}
	query_close(&q);
	return step == QUERY_END;
}

static bool
write_header(struct rejects *r, struct db *db, struct err *e)
{
	struct query q = {0};
	struct buf line = {0};
	enum query_step step = QUERY_FAILED;
	bool ok;

	buf_text(&line, "reject_file,reject_line,reject_byte,reject_column,reject_code,reject_message");
	r->columns = 0;
	if (sql_query(&q, db, "src/steps/stage/sql/rejects_columns.sql", e))
		while ((step = query_next(&q, e)) == QUERY_ROW) {
			buf_char(&line, ',');
			csvtext_person(&line, query_text(&q, 0), query_size(&q, 0), false);
			r->columns++;
		}
	query_close(&q);
	buf_text(&line, "\n");
	ok = step == QUERY_END && file_add(r->csv, line.bytes, line.size, e);
	buf_clear(&line);
	return ok;
}

static bool
write_lines(struct rejects *r, struct db *db, struct err *e)
{
	struct query q = {0};
	struct buf line = {0};
	struct places places = {0};
	int64_t input = -1;
	enum query_step step = QUERY_FAILED;
	bool ok = sql_query(&q, db, "src/steps/stage/sql/rejects_lines.sql", e);

	while (ok && (step = query_next(&q, e)) == QUERY_ROW) {
		if (query_int(&q, 0) != input) {
			input = query_int(&q, 0);
			ok = read_places(db, input, &places, e);
		}
		buf_reset(&line);
		for (int i = 1; i <= 6; i++) {
			buf_text(&line, i > 1 ? "," : "");
			if (!query_null(&q, i))
				csvtext_person(&line, query_text(&q, i), query_size(&q, i), false);
		}
		add_cells(&line, sqlite3_column_blob(q.stmt, 7), query_size(&q, 7), query_text(&q, 8)[0], &places,
			r->columns);
		buf_char(&line, '\n');
		ok = ok && file_add(r->csv, line.bytes, line.size, e);
	}
	free(places.place);
	query_close(&q);
	buf_clear(&line);
	return ok && step == QUERY_END;
}

bool
rejects_write(struct rejects *r, struct db *db, struct err *e)
{
	if (!write_header(r, db, e) || !write_lines(r, db, e) || !file_finish(r->csv, e) || !file_finish(r->raw, e))
		return false;
	if (!file_move(r->csv_new, r->csv_path, e))
		return false;
	return file_size(r->raw) > 0 ? file_move(r->raw_new, r->raw_path, e) : file_remove_tree(r->raw_path, e);
}
