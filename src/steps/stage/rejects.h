/* rejects.csv and rejects.raw: what did not load, for people to correct and load again.
 *
 * rejects.csv has a line for every reject: where it stands, why, and the file's own columns, cells as they came; a
 * cell that a spreadsheet would take for a formula has one ' before it, which loading takes off. rejects.raw holds,
 * verbatim, the records that have no place in columns; it exists only when there are some.
 */
#ifndef STAGE_REJECTS_H
#define STAGE_REJECTS_H

#include "core/db.h"

struct rejects;

/* Begins both beside the ones that are there. */
struct rejects *rejects_open(const char *dir, struct err *e);

/* Adds bytes to rejects.raw; a csv_spill. One thread at a time. */
bool rejects_spill(void *rejects, const char *bytes, size_t size, struct err *e);

/* Writes rejects.csv from the table `reject` and puts both files in place of the old ones. */
bool rejects_write(struct rejects *r, struct db *db, struct err *e);

/* Without rejects_write() the old files stay. NULL is fine. */
void rejects_close(struct rejects *r);

#endif
