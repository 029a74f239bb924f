#include "core/csv.h"

#include "core/buf.h"
#include "core/mem.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 1 << 20, MAX_RECORD = 16 << 20, FIELD_BLOCK = 1 << 16 };

struct csv {
	const char *name;
	struct csv_options options;
	csv_read *read;
	void *context;

	struct csv_parser parser;
	bool in_record; /* the parser holds an unfinished record */

	char *block;
	size_t room;
	size_t start; /* of the record, in the block */
	size_t at;    /* what libcsv has had */
	size_t end;
	bool ended;	  /* read() said so */
	uint64_t offset;  /* in the stream, of block[0] */
	uint64_t line;	  /* of block[at] */
	uint64_t first;	  /* line of the record */
	uint64_t opened;  /* line of the field that is being read */
	uint64_t in_line; /* offset in the stream of the line that is being read */

	struct buf text;
	struct csv_cell *cells;
	size_t *offsets; /* of the cells in `text`, which may move while it grows */
	size_t cell_count, cell_room;
	bool row_ended;
};

static int
no_space(unsigned char c)
{
	(void)c;
	return 0;
}

static void
start_parser(struct csv *c)
{
	csv_init(&c->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL);
	csv_set_delim(&c->parser, (unsigned char)c->options.delimiter);
	csv_set_space_func(&c->parser, no_space);
	csv_set_blk_size(&c->parser, FIELD_BLOCK);
	c->in_record = false;
	c->cell_count = 0;
	buf_reset(&c->text);
}

static void
restart_parser(struct csv *c)
{
	csv_free(&c->parser);
	start_parser(c);
}

struct csv *
csv_open(const char *name, const struct csv_options *options, csv_read *read, void *context)
{
	struct csv *c = mem_new(sizeof *c);

	c->name = name;
	c->options = *options;
	if (c->options.delimiter == '\0')
		c->options.delimiter = ',';
	if (c->options.max_record == 0)
		c->options.max_record = MAX_RECORD;
	c->read = read;
	c->context = context;
	c->line = options->first_line == 0 ? 1 : options->first_line;
	c->room = BLOCK;
	c->block = mem_grow(NULL, c->room);
	start_parser(c);
	return c;
}

void
csv_close(struct csv *c)
{
	if (c == NULL)
		return;
	csv_free(&c->parser);
	buf_clear(&c->text);
	free(c->cells);
	free(c->offsets);
	free(c->block);
	free(c);
}

static void
take_field(void *bytes, size_t size, void *context)
{
	struct csv *c = context;
	struct csv_cell *cell;

	if (c->cell_count == c->cell_room) {
		c->cell_room = c->cell_room == 0 ? 64 : c->cell_room * 2;
		c->cells = mem_grow(c->cells, c->cell_room * sizeof *c->cells);
		c->offsets = mem_grow(c->offsets, c->cell_room * sizeof *c->offsets);
	}
	cell = &c->cells[c->cell_count];
	c->offsets[c->cell_count++] = c->text.size;
	cell->size = size;
	cell->quoted = bytes != NULL && size == 0;
	buf_add(&c->text, bytes, size);
	buf_char(&c->text, '\0');
	c->opened = c->line;
}

static void
take_row(int terminator, void *context)
{
	struct csv *c = context;

	(void)terminator;
	c->row_ended = true;
}

/* Moves what is left to the front and reads more behind it. False at the end of the stream, or failed. */
static bool
read_more(struct csv *c, struct err *e)
{
	int64_t got;

	if (c->start > 0) {
		memmove(c->block, c->block + c->start, c->end - c->start);
		c->offset += c->start;
		c->at -= c->start;
		c->end -= c->start;
		c->start = 0;
	}
	if (c->room - c->end < BLOCK / 2) {
		c->room *= 2;
		c->block = mem_grow(c->block, c->room);
	}
	got = c->read(c->context, c->block + c->end, c->room - c->end, e);
	if (got > 0)
		c->end += (size_t)got;
	c->ended = got <= 0;
	return got >= 0;
}

/* The end of the physical line that begins at `at` (behind its LF, CRLF or CR), or NULL when the block does not hold
 * it. */
static const char *
line_end(const struct csv *c, const char *at)
{
	const char *end = c->block + c->end;
	const char *lf = memchr(at, '\n', (size_t)(end - at));
	const char *cr = memchr(at, '\r', (size_t)((lf == NULL ? end : lf) - at));

	if (cr != NULL && cr + 1 < end)
		return cr[1] == '\n' ? cr + 2 : cr + 1;
	if (cr != NULL)
		return c->ended ? end : NULL;
	if (lf != NULL)
		return lf + 1;
	return c->ended && at < end ? end : NULL;
}

static void
fill(struct csv *c, struct csv_record *record, enum csv_problem problem)
{
	for (size_t i = 0; i < c->cell_count; i++)
		c->cells[i].text = c->text.bytes + c->offsets[i];
	*record = (struct csv_record){
		.line = c->first,
		.offset = c->offset + c->start,
		.size = c->at - c->start,
		.raw = c->block + c->start,
		.raw_size = c->at - c->start,
		.cells = c->cells,
		.cell_count = c->cell_count,
		.problem = problem,
	};
}

/* Gives up the first line of the record that holds a stray quote, and goes on behind it. */
static void
fill_stray(struct csv *c, struct csv_record *record, const char *stray)
{
	const char *end = line_end(c, c->block + c->start);
	uint64_t line = c->line;
	size_t in_line = (size_t)(c->in_line - c->offset);

	c->cell_count = 0;
	c->at = (size_t)(end - c->block);
	fill(c, record, CSV_STRAY_QUOTE);
	record->problem_line = line;
	record->problem_column = (uint64_t)(stray - c->block) - in_line + 1;
	c->line = c->first + 1;
	restart_parser(c);
}

/* Consumes one piece of an oversized record, a whole line where the block holds one. True when the record ends with
 * it. */
static bool
skip_piece(struct csv *c, bool *inside)
{
	const char *from = c->block + c->at;
	const char *end = line_end(c, from);
	bool whole = end != NULL;

	if (!whole)
		end = c->block + c->end - (c->end > c->at && c->block[c->end - 1] == '\r');
	for (const char *p = from; p < end; p++)
		*inside ^= *p == '"';
	c->at = (size_t)(end - c->block);
	c->line += whole && (end[-1] == '\n' || end[-1] == '\r');
	return whole && !*inside;
}

/* The rest of an oversized record, found by counting quotes: inside a quoted field their number is odd. */
static bool
skip_oversize(struct csv *c, struct csv_record *record, struct err *e)
{
	struct csv_record it = {.line = c->first, .offset = c->offset + c->start, .problem = CSV_OVERSIZE};
	bool inside = false, found = false, ok = true;

	c->at = c->start;
	c->line = c->first;
	while (ok && !found && !(c->ended && c->at == c->end)) {
		found = skip_piece(c, &inside);
		it.size += c->at - c->start;
		if (c->options.spill != NULL)
			ok = c->options.spill(c->options.spill_context, c->block + c->start, c->at - c->start, e);
		ok = ok && (c->at > c->start || read_more(c, e));
		c->start = c->at;
	}
	if (ok && !found && inside)
		ok = err_set(e, ERR_INPUT,
			"%s:%llu: the file ends inside a quoted field of the record that begins on this line", c->name,
			(unsigned long long)it.line);
	restart_parser(c);
	*record = it;
	return ok;
}

/* The last record of a stream that does not end with a line end. */
static enum csv_step
finish(struct csv *c, struct csv_record *record, struct err *e)
{
	if (!c->in_record)
		return CSV_END;
	if (csv_fini(&c->parser, take_field, take_row, c) != 0) {
		err_set(e, ERR_INPUT, "%s:%llu: the file ends inside a quoted field that opens on this line", c->name,
			(unsigned long long)c->opened);
		return CSV_FAILED;
	}
	c->in_record = false;
	fill(c, record, CSV_FINE);
	return CSV_RECORD;
}

/* Feeds one physical line. True when it ended a record, with or without a problem. */
static bool
feed(struct csv *c, const char *end, struct csv_record *record)
{
	const char *from = c->block + c->at;
	size_t size = (size_t)(end - from), taken;

	if (!c->in_record) {
		c->first = c->opened = c->line;
		c->start = c->at;
	}
	c->in_line = c->offset + c->at;
	c->row_ended = false;
	taken = csv_parse(&c->parser, from, size, take_field, take_row, c);
	if (taken < size) {
		fill_stray(c, record, from + taken);
		return true;
	}
	c->at += size;
	c->line += end[-1] == '\n' || end[-1] == '\r';
	if (c->row_ended) {
		c->in_record = false;
		fill(c, record, CSV_FINE);
		return true;
	}
	c->in_record = c->in_record || (*from != '\n' && *from != '\r');
	return false;
}

enum csv_step
csv_next(struct csv *c, struct csv_record *record, struct err *e)
{
	c->cell_count = 0;
	buf_reset(&c->text);
	c->start = c->at;
	for (;;) {
		const char *end = line_end(c, c->block + c->at);
		size_t size = (end == NULL ? c->end : (size_t)(end - c->block)) - c->start;

		if (size > c->options.max_record) {
			if (!c->in_record)
				c->first = c->line;
			return skip_oversize(c, record, e) ? CSV_RECORD : CSV_FAILED;
		}
		if (end != NULL) {
			if (feed(c, end, record))
				return CSV_RECORD;
			if (!c->in_record)
				c->start = c->at;
		} else if (c->ended) {
			return finish(c, record, e);
		} else if (!read_more(c, e)) {
			return CSV_FAILED;
		}
	}
}
