/* What one row cannot say for itself: all rows of its file decide (survey.h), at the first row that asks.
 *
 * When a fault goes through the whole file, the file is refused: r->refusal is filled, and the reader stops. A few
 * such cells among good ones are rows to reject. With intake.anything nothing is refused; the refusal that was due is
 * kept in intake->problem.
 */
#ifndef INPUT_VERDICT_H
#define INPUT_VERDICT_H

#include "steps/stage/input/reader.h"

/* A time that is none of clock_parse()'s. NULL: *time is it. Otherwise why not, as the end of a sentence that begins
 * with the value; "": it is no form of a time that is known. */
const char *verdict_date(struct reader *r, int column, const char *text, size_t size, struct clock_time *time);

/* Whether the word, a null marker of id and time columns, is one in codes and texts too. */
bool verdict_null_word(struct reader *r, const char *text, size_t size);

/* Whether a record with another number of cells than the header is one of many that line breaks split; refuses the
 * file then. */
bool verdict_split(struct reader *r);

#endif
