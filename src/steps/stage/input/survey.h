/* A look at all rows of a file, taken when one of them needs to know the others: what the order of day and month is,
 * whether NULL in a text is one, whether rows are split by line breaks. The file is read a second time, beside the
 * first.
 */
#ifndef INPUT_SURVEY_H
#define INPUT_SURVEY_H

#include "steps/stage/input/csvfile.h"
#include "steps/stage/input/dates.h"
#include "steps/stage/input/source.h"

enum { SURVEY_WORDS = 16 }; /* null markers that are counted */

struct survey {
	uint64_t rows;
	struct dates_column dates[SOURCE_COLUMNS]; /* of the columns of times */
	struct dates_column all_dates;

	/* Id and time columns: how the file writes that there is no value. */
	uint64_t empty, words[SURVEY_WORDS]; /* in the order of the markers */

	/* Records with other than the header's number of cells; of these, pieces that make a whole row when they are
	 * put together, and how many rows they make. */
	uint64_t odd, pieces, split_rows, first_split, first_odd;
};

/* `position` says where the 22 columns stand (SIZE_MAX: nowhere), `columns` how many the header has. */
bool survey_file(const struct csvfile *file, const size_t position[SOURCE_COLUMNS], size_t columns,
	const char *null_markers, struct survey *s, struct err *e);

/* Whether the word is one that the file writes in every id and time column without a value, so that it is none in texts
 * either: the word stands in some, and none of them is empty. */
bool survey_proves_null(const struct survey *s, const char *null_markers, const char *word, size_t size);

/* Whether the rows are split so often that it is no accident. */
bool survey_is_split(const struct survey *s);

/* The place of a word among blank-separated ones, from 0; -1: none of them. */
int survey_word(const char *text, size_t size, const char *words);

#endif
