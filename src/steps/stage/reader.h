/* Rows of a communications export: records turned into the 22 typed values of the master table, or into a reject.
 *
 * It knows no database, so that load, profile and others read alike, and so that it can run beside the inserting.
 */
#ifndef STAGE_READER_H
#define STAGE_READER_H

#include "core/arena.h"
#include "core/zone.h"
#include "steps/stage/csvfile.h"
#include "steps/stage/source.h"

struct reader_options {
	struct csv_options csv;
	struct zone *zone;	/* of the source's clock: values with an offset are converted to it */
	bool quoted_empty_kept; /* "" is an empty text, not NULL */
	bool zero_id_is_null;
	bool sentinel_is_null;
	bool email_is_body;	    /* Comm_Email_Clean is a body of any length, no address */
	const char *null_markers;   /* blank-separated words that are NULL in id and time columns */
	const char *sentinel_dates; /* blank-separated days, YYYY-MM-DD */
	bool allow_empty;	    /* a file with a header and no row is fine */
};

enum value_kind { VALUE_NULL, VALUE_INT, VALUE_TEXT };

struct value {
	enum value_kind kind;
	int32_t number;
	const char *text;
	size_t size;
};

struct row {
	struct value values[SOURCE_COLUMNS];
	uint64_t line, offset, size;
	const char *code;   /* NULL: a good row. Otherwise HubSpot's import error type; a constant */
	const char *column; /* header of the column at fault; NULL when it is none of one column */
	const char *message;
	struct value body; /* the whole of Comm_Email_Clean where its value is cut; else NULL */
	const char *raw;   /* the record's bytes; NULL when it was over the limit */
};

/* A column of the file's header. */
struct reader_column {
	char *header;
	enum source_column column; /* SOURCE_COLUMNS: none of the 22, ignored */
	bool is_ours;		   /* one of those that rejects.csv has before the file's own */
};

struct reader {
	struct csvfile *file;
	struct reader_options options;
	struct reader_column *columns;
	size_t column_count;
	size_t position[SOURCE_COLUMNS]; /* in the file; SIZE_MAX: the column is missing */
	bool is_rejects;		 /* a rejects.csv, corrected: one ' is taken off cells that were given one */
	uint64_t rows;			 /* records read, the header not counted */
};

/* Opens the file and reads its header. ERR_INPUT when a required column is missing or a column stands twice. */
struct reader *reader_open(const char *path, const struct reader_options *options, struct err *e);
void reader_close(struct reader *r);

/* The next row; its texts live in the arena. CSV_FAILED: the file is refused as a whole. */
enum csv_step reader_next(struct reader *r, struct row *row, struct arena *arena, struct err *e);

#endif
