/* push.db: opened, made, upgraded, locked. docs/journal.md explains its tables; schema/push/ makes them.
 */
#ifndef PUSH_JOURNAL_H
#define PUSH_JOURNAL_H

#include "core/db.h"

#define JOURNAL_APPLICATION_ID 0x4853504A /* "HSPJ" */

struct journal {
	struct db *db;
	int lock; /* descriptor; -1: it was opened to read */
};

/* Opens a journal to write: makes it when it is not there, takes it to this program's version, one version a
 * transaction. While it is open it has a write-ahead log (FILE-wal) beside it, except over a network. FILE.lock is
 * held until journal_close(); when somebody else holds it: ERR_REFUSED, with process and machine. */
struct journal *journal_open(const char *path, const char *tool_version, struct err *e);

/* An empty one that is gone when it is closed: for a look at what would be done. */
struct journal *journal_scratch(const char *tool_version, struct err *e);

/* Opens one that is there to read, while a pusher may be writing. */
struct journal *journal_read(const char *path, struct err *e);

void journal_close(struct journal *j); /* NULL is fine */

/* The version that this program writes. */
int journal_version(void);

#endif
