/* What a column of a file holds, gathered cell by cell in memory that does not grow with the file. */
#ifndef LOOK_PROFILE_COLUMN_H
#define LOOK_PROFILE_COLUMN_H

#include "core/csv.h"
#include "steps/stage/input/columns.h"
#include "steps/stage/input/dates.h"
#include "steps/stage/input/survey.h"

enum { PROFILE_DISTINCT_MAX = 10000, PROFILE_HOURS = 24 };

struct profile_column {
	uint64_t filled, empty, quoted_empty; /* a null marker is none of these */
	uint64_t words[SURVEY_WORDS];	      /* null markers, in the order of the setting */
	uint64_t longest, longest_count;      /* characters, and how many values have as many */
	uint64_t distinct; /* values; no more than the maximum, which then stands for itself or more */
	uint64_t nul, private_use, mojibake, rtf; /* cells */

	/* Of id columns: values that are no 32-bit integers, 12345.0, 0, with the first lines of the first. */
	uint64_t no_id, no_id_line, point_ids, zero_ids;

	/* Of time columns. Hours are those of the times that have one, in the order the file proves or dmy. */
	struct dates_column dates;
	uint64_t date_only, sentinels, hours[PROFILE_HOURS];

	uint64_t *slots; /* hashes of the values, 0: empty */
};

/* What the cells are held against. */
struct profile_words {
	const char *null_markers, *sentinel_dates;
};

void profile_column_note(struct profile_column *c, const struct columns_one *column, const struct csv_cell *cell,
	uint64_t line, const struct profile_words *words);
void profile_column_clear(struct profile_column *c);

/* What its times are, in a word: "empty", "iso", "dmy", "mdy", "both orders", "undecided", "serial numbers",
 * "destroyed by Excel", "no dates". The form of at least half of the values decides; for dates of two orders, what
 * they prove. */
const char *profile_column_verdict(const struct profile_column *c);

/* Whether so many values of just this length look cut off: 255, 4000, 32767 ... */
bool profile_column_is_cut(const struct profile_column *c);

#endif
