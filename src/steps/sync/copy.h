/* Rows of an SQLite query, written into a COPY of PostgreSQL in its text format. */
#ifndef SYNC_COPY_H
#define SYNC_COPY_H

#include "core/buf.h"
#include "steps/sync/sync.h"

/* Adds a cell: a TAB before it unless it is the first of the line (the buffer is empty or ends in a line end).
 * `text` NULL is NULL. */
void copy_cell(struct buf *line, const char *text, size_t size);

/* Sends all rows of `q` with all their columns into the COPY that `sql` (an embedded file's path) begins. */
bool copy_rows(struct sync *s, struct query *q, const char *sql, struct err *e);

#endif
