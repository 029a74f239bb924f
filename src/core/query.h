/* Prepared statements: bound parameters in, rows out. core/db.h says what failing means. */
#ifndef CORE_QUERY_H
#define CORE_QUERY_H

#include "core/err.h"

#include <sqlite3.h>
#include <stddef.h>
#include <stdint.h>

struct db;

/* A prepared statement. Zero-initialise; query_close(&q) is fine on an unopened one. */
struct query {
	sqlite3_stmt *stmt;
	struct db *db;
	const char *name; /* its file, for errors; not owned */
};

enum query_step { QUERY_ROW, QUERY_END, QUERY_FAILED, QUERY_CONSTRAINT };

/* Prepares the first statement of `sql`. */
bool query_open(struct query *q, struct db *db, const char *name, const char *sql, struct err *e);
void query_close(struct query *q);

/* Parameters count from 1. Texts are not copied: they must live until the statement is stepped and reset. */
void query_bind_int(struct query *q, int at, int64_t value);
void query_bind_text(struct query *q, int at, const char *text); /* NULL binds NULL */
void query_bind_bytes(struct query *q, int at, const char *text, size_t size);
void query_bind_blob(struct query *q, int at, const void *bytes, size_t size);
void query_bind_null(struct query *q, int at);

enum query_step query_next(struct query *q, struct err *e);
void query_reset(struct query *q); /* before binding again */

/* Steps to the end, throwing rows away, and resets. */
bool query_run(struct query *q, struct err *e);

/* As query_run(), but a row that a CHECK or NOT NULL of its table refuses is an answer, not a failure:
 * QUERY_CONSTRAINT, with SQLite's words in e->text, and the transaction goes on. */
enum query_step query_try(struct query *q, struct err *e);

/* Columns count from 0; texts are valid until the next step. */
int64_t query_int(struct query *q, int column);
double query_real(struct query *q, int column);
const char *query_text(struct query *q, int column); /* NULL when NULL */
size_t query_size(struct query *q, int column);
bool query_null(struct query *q, int column);

#endif
