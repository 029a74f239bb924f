/* The other forms in which exports write times: 04/05/2023 10:30, 5/4/2023 10:30 AM, 2023/05/04, 45050.4375, and
 * 30:12.7, which is what Excel leaves of one.
 *
 * One cell never decides what 04/05 means: the order of day and month is decided for a file from all its rows, or by
 * the user. ISO forms are clock_parse()'s business.
 */
#ifndef INPUT_DATES_H
#define INPUT_DATES_H

#include "core/clock.h"

enum dates_order { DATES_UNDECIDED, DATES_DMY, DATES_MDY, DATES_YMD };

enum dates_form {
	DATES_ISO,	  /* clock_parse() reads it */
	DATES_YEAR_FIRST, /* 2023/05/04, 2023.05.04 */
	DATES_PARTS,	  /* 04/05/2023, 4.5.2023, 04-05-2023: day and month, in one order or the other */
	DATES_SERIAL,	  /* days since 1899-12-30 */
	DATES_DESTROYED,  /* mm:ss.0: Excel showed minutes and seconds only, and saved what it showed */
	DATES_OTHER,	  /* none that is known, or no day of any calendar */
	DATES_FORMS
};

struct dates_cell {
	enum dates_form form;
	bool fits_dmy, fits_mdy;    /* of DATES_PARTS */
	struct clock_time dmy, mdy; /* what it is then; the other forms have theirs in both */
};

/* Reads a cell that is not empty and no null marker. Serial numbers: to the second, from ten decimals on to the
 * millisecond. */
void dates_read(const char *bytes, size_t size, struct dates_cell *cell);

/* What a column of times holds. Lines are those of the first such cell, 0 when there is none. */
struct dates_column {
	uint64_t filled;
	uint64_t forms[DATES_FORMS], lines[DATES_FORMS];
	uint64_t only_dmy, only_mdy, either;
	uint64_t line_dmy, line_mdy, line_either;
};

void dates_note(struct dates_column *column, const struct dates_cell *cell, uint64_t line);

/* Adds what another column of the same file holds. */
void dates_add(struct dates_column *sum, const struct dates_column *column);

/* The order that the cells prove; DATES_UNDECIDED when there is no proof, or proof of both. */
enum dates_order dates_decide(const struct dates_column *file);

extern const char *const dates_form_names[DATES_FORMS]; /* "iso", "year first" ... */
extern const char *const dates_order_names[];		/* "undecided", "dmy", "mdy", "ymd" */

#endif
