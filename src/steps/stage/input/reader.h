/* Rows of a communications export: records turned into the 22 typed values of the master table, or into a reject.
 *
 * It knows no database, so that load, profile and others read alike, and so that it can run beside the inserting.
 */
#ifndef INPUT_READER_H
#define INPUT_READER_H

#include "core/arena.h"
#include "core/zone.h"
#include "steps/stage/input/columns.h"
#include "steps/stage/input/csvfile.h"
#include "steps/stage/input/dates.h"
#include "steps/stage/input/mend.h"
#include "steps/stage/input/row.h"

/* Sees every record that has the header's number of cells, before anything is made of it. */
typedef void reader_observer(void *context, const struct csv_record *record);

struct reader_options {
	struct csv_options csv;
	struct intake_options intake;
	struct zone *zone;	/* of the source's clock: values with an offset are converted to it */
	bool quoted_empty_kept; /* "" is an empty text, not NULL */
	bool zero_id_is_null;
	bool sentinel_is_null;
	bool email_is_body;	    /* Comm_Email_Clean is a body of any length, no address */
	const char *null_markers;   /* blank-separated words that are NULL in id and time columns */
	const char *sentinel_dates; /* blank-separated days, YYYY-MM-DD */
	bool allow_empty;	    /* a file with a header and no row is fine */
	enum dates_order order;	    /* of day and month; DATES_UNDECIDED: all rows together decide */
	bool excel_serial;	    /* a number in a time column is one of Excel's */
	bool keep_extra;	    /* give row->extras of all columns, else of those that are used */
	const char *used_extras;    /* comma-separated; "extra from" in it: the rule set uses that one; may be NULL */
	struct mend_policy mend;
	reader_observer *observer; /* may be NULL */
	void *observer_context;
};

/* What was done to cells, beside reading them. */
struct reader_counts {
	struct mend_counts mend;
	uint64_t sentinels, zero_ids, null_words; /* became NULL; the words are those in codes and texts */
	uint64_t parts, serials;		  /* times in another form than ISO */
};

struct reader {
	struct csvfile *file;
	struct reader_options options;
	struct columns_one *columns;
	size_t column_count;
	size_t position[SOURCE_COLUMNS]; /* in the file; SIZE_MAX: the column is missing */
	bool is_rejects;		 /* a rejects.csv, corrected: one ' is taken off cells that were given one */
	size_t marks[2];		 /* where the columns private and deleted stand; SIZE_MAX: nowhere */
	bool wants_extras;		 /* rows have extras or marks */
	bool keeps_extras;		 /* rows have extras */
	uint64_t rows;			 /* records read, the header not counted */
	struct reader_counts counts;

	struct survey *survey;	/* of all rows; NULL until a row needed it */
	enum dates_order order; /* as told, or as decided */
	bool has_empty_key;	/* an id or time column has an empty cell */
	struct err refusal;	/* why the file cannot be read on; kind ERR_NONE: it can */
};

/* Opens the file and reads its header. ERR_INPUT when a required column is missing or a column stands twice. */
struct reader *reader_open(const char *path, const struct reader_options *options, struct err *e);
void reader_close(struct reader *r);

/* The next row; its texts live in the arena. CSV_FAILED: the file is refused as a whole. */
enum csv_step reader_next(struct reader *r, struct row *row, struct arena *arena, struct err *e);

#endif
