/* Records of a CSV stream (RFC 4180), read through libcsv, with the line and the bytes each came from.
 *
 * libcsv gets one physical line at a time, so that a record's place in the file is exact. Blanks are part of a field.
 * Lines may end in LF, CRLF or CR; an empty line between records is no record.
 * What cannot be cut into cells (a quote where none may stand) is a record of its own with a problem: when it spans
 * several lines, only its first line is given up and reading goes on with the second, so that one stray quote does not
 * take its neighbours with it. A record over the limit is passed on in pieces; memory stays flat.
 */
#ifndef CORE_CSV_H
#define CORE_CSV_H

#include "core/err.h"

#include <stddef.h>
#include <stdint.h>

/* Fills `to` with at most `size` bytes; 0 at the end; -1 with `e` filled. */
typedef int64_t csv_read(void *context, char *to, size_t size, struct err *e);

/* Gets the bytes of a record that is over the limit, piece by piece. */
typedef bool csv_spill(void *context, const char *bytes, size_t size, struct err *e);

struct csv_options {
	char delimiter;	     /* ',' when 0 */
	size_t max_record;   /* bytes, line end included; 16 MiB when 0 */
	uint64_t first_line; /* number of the stream's first line; 1 when 0 */
	csv_spill *spill;    /* may be NULL: the bytes are then dropped */
	void *spill_context;
};

struct csv_cell {
	const char *text; /* NUL-terminated; valid until the next csv_next() */
	size_t size;
	bool quoted; /* an empty cell only: it was "" */
};

enum csv_problem {
	CSV_FINE,
	CSV_STRAY_QUOTE, /* no cells; `problem_line` and `problem_column` (bytes, from 1) say where */
	CSV_OVERSIZE	 /* no cells, raw is NULL; it went to spill() */
};

struct csv_record {
	uint64_t line;	 /* of its first byte, from 1 */
	uint64_t offset; /* of its first byte, from 0 */
	uint64_t size;	 /* bytes, line end included */
	const char *raw; /* valid until the next csv_next() */
	size_t raw_size; /* of `raw`; `size` differs where a stream is converted, and is then what the file has */
	struct csv_cell *cells;
	size_t cell_count;
	enum csv_problem problem;
	uint64_t problem_line, problem_column;
};

enum csv_step { CSV_RECORD, CSV_END, CSV_FAILED };

struct csv;

/* `name` is for errors; both it and `context` must outlive the reader. */
struct csv *csv_open(const char *name, const struct csv_options *options, csv_read *read, void *context);
void csv_close(struct csv *c);

/* CSV_FAILED: reading failed, or the stream ends inside a quoted field (ERR_INPUT, with the line where it opened). */
enum csv_step csv_next(struct csv *c, struct csv_record *record, struct err *e);

#endif
