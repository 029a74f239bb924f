/* How the communications files of a run are read: the settings and options as the reader takes them, and what is
 * noted and said of each file.
 */
#ifndef STAGE_READING_H
#define STAGE_READING_H

#include "steps/stage/input/reader.h"
#include "steps/stage/stage.h"

/* The texts in it belong to the settings. */
struct reader_options reading_options(const struct stage *stage);

/* Notes the file and its columns in the tables; warns of columns that are missing or not looked at, says how the file
 * is read where that is not the plain way. `kept`: the columns private and deleted are looked at. *id is the file's
 * in `input`. */
bool reading_begin(struct stage *stage, const struct reader *r, int position, bool kept, int64_t *id, struct err *e);

/* After the last row: size, hash, facts and counts. */
bool reading_end(struct stage *stage, const struct reader *r, int64_t id, struct err *e);

/* How the order of day and month was found, in words; "" when no date asked for it. */
void reading_describe_order(const struct reader *r, struct buf *to);

#endif
