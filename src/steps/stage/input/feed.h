/* Batches of rows, read and converted by a thread of its own while the caller inserts the ones before.
 *
 * A few batches go round between the two, so that memory does not grow with the file: a batch ends after some hundred
 * rows or when its texts reach two megabytes, whichever comes first.
 */
#ifndef INPUT_FEED_H
#define INPUT_FEED_H

#include "steps/stage/input/reader.h"

struct batch {
	struct row *rows;
	size_t count;
	uint64_t bytes; /* of the file, read up to the end of this batch */
	struct arena arena;
};

struct feed;

/* Begins to read. The reader is the thread's until feed_close(). NULL: no thread could be had (ERR_ENVIRONMENT). */
struct feed *feed_open(struct reader *reader, struct err *e);

/* The next batch, valid until the next call; CSV_RECORD, CSV_END or CSV_FAILED (a batch before a fault still comes). */
enum csv_step feed_next(struct feed *feed, struct batch **batch, struct err *e);

/* Stops the thread, also in the middle; NULL is fine. */
void feed_close(struct feed *feed);

#endif
