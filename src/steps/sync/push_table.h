/* One table of a push: how the workspace's columns meet the server's, the rows on their way, what became of them. */
#ifndef SYNC_PUSH_TABLE_H
#define SYNC_PUSH_TABLE_H

#include "core/buf.h"
#include "core/hash.h"
#include "steps/sync/sync.h"

enum push_mode { PUSH_FULL, PUSH_STATUSES };

/* The statements that push_table.sql made for it. */
enum push_text {
	PUSH_TEMP,
	PUSH_COPY,
	PUSH_DIGEST,
	PUSH_ANALYZE,
	PUSH_CONFLICT,
	PUSH_REMOVE,
	PUSH_UPSERT,
	PUSH_VERIFY,
	PUSH_TEXTS
};

struct push_table {
	const char *name, *role, *read; /* on both sides; master, derived, link, log; the file that reads it */
	const char *apply;		/* the file that writes a link or log; NULL: its statements are made */
	struct query query;
	char *texts[PUSH_TEXTS]; /* NULL: there is no such step */
	struct push_column {
		int index; /* in the query */
		bool boolean, digest;
	} * columns;
	size_t column_count;
	char *lacking; /* columns of ours that the server has not; NULL: none */
	int64_t sent, changed, added, removed;
};

/* How far the whole is, and the hash of all that was sent. */
struct push_flow {
	struct sync *sync;
	enum push_mode mode;
	bool force;
	char *zone; /* IANA name of the clock that the workspace's times are on */
	uint64_t rows, total, bytes;
	struct hash *whole, *row;
};

/* Prepares the query on `db` and asks the server for the statements. ERR_ENVIRONMENT when the server's table has
 * columns that must be filled and that we do not know. Columns of other types are warned of. */
bool push_table_open(struct push_table *t, struct push_flow *f, struct db *db, const char *pulled, struct err *e);
void push_table_close(struct push_table *t);

/* Makes the temporary table, sends the rows, compares count and digests. */
bool push_table_send(struct push_table *t, struct push_flow *f, struct err *e);

/* Writes what was sent into the server's table; rows in hs_conflict are left alone. */
bool push_table_apply(struct push_table *t, struct push_flow *f, const char *applied_at, struct err *e);

/* Reads it back: every row that was sent is there as it should be. */
bool push_table_verify(struct push_table *t, struct push_flow *f, struct err *e);

#endif
