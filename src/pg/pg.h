/* The one small door to PostgreSQL.
 *
 * Connections follow libpq's own conventions: a URI or conninfo text, PG* variables, the service file, .pgpass, TLS
 * modes. Passwords are never shown, and none is taken from the text: other users can see it.
 * Values travel as bound parameters or through COPY, never inside a statement's text.
 *
 * Errors: the server is out of reach, refuses the login, shuts down or the connection is lost: ERR_REMOTE. A
 * missing right, schema or table, a read-only server, a lock, a full disk: ERR_ENVIRONMENT. Data that its tables do
 * not take: ERR_INPUT. Messages of the server that quote values are replaced by ones that do not.
 */
#ifndef PG_PG_H
#define PG_PG_H

#include "core/err.h"

#include <stddef.h>
#include <stdint.h>

struct pg;
struct pg_result; /* of libpq */

/* A result. Zero-initialise; pg_rows_clear() is fine on an unused one. Rows and columns count from 0. */
struct pg_rows {
	struct pg_result *result;
	int count;
};

/* `uri` NULL or "": everything from the environment. `program` is what the server's list of sessions shows.
 * ERR_USAGE when the text is no conninfo or has a password in it. NULL on failure. */
struct pg *pg_open(const char *uri, const char *program, struct err *e);
void pg_close(struct pg *pg); /* what is open is rolled back; NULL is fine */

/* A second connection to the same place. */
struct pg *pg_again(const struct pg *pg, struct err *e);

/* May be called from a signal handler: what is running fails with ERR_INTERRUPTED. */
void pg_interrupt(struct pg *pg);
bool pg_is_interrupted(const struct pg *pg);

const char *pg_host(const struct pg *pg);     /* "localhost:5432", or the socket's folder; no secret in it */
const char *pg_database(const struct pg *pg); /* its name */
const char *pg_user(const struct pg *pg);
int pg_version(const struct pg *pg);		  /* 150004 */
const char *pg_version_text(const struct pg *pg); /* "15.4 (Debian ...)" */
const char *pg_state(const struct pg *pg);	  /* SQLSTATE of the last error; "" when there was none */
bool pg_is_lost(const struct pg *pg);		  /* the connection is gone */

/* Runs all statements of a text. A fault reads "NAME:LINE: what". */
bool pg_script(struct pg *pg, const char *name, const char *sql, struct err *e);

/* One statement with its parameters ($1 ...) as texts, NULL for NULL. `rows` may be NULL. */
bool pg_query(struct pg *pg, const char *name, const char *sql, const char *const *values, int count,
	struct pg_rows *rows, struct err *e);
void pg_rows_clear(struct pg_rows *rows);

const char *pg_text(const struct pg_rows *rows, int row, int column); /* NULL when NULL */
int64_t pg_int(const struct pg_rows *rows, int row, int column);      /* 0 when NULL */
bool pg_bool(const struct pg_rows *rows, int row, int column);	      /* false when NULL */

/* Transactions. pg_rollback() never fails: a lost connection rolls back by itself. */
bool pg_begin(struct pg *pg, const char *mode, struct err *e); /* "ISOLATION LEVEL READ COMMITTED" ... */
void pg_rollback(struct pg *pg);

/* *sent: the COMMIT went out and no answer came: it may have happened. */
bool pg_commit(struct pg *pg, bool *sent, struct err *e);

/* COPY ... FROM STDIN: begin, add bytes in the text format, end. After a false nothing more may be added. */
bool pg_copy_in(struct pg *pg, const char *name, const char *sql, struct err *e);
bool pg_copy_add(struct pg *pg, const char *bytes, size_t size, struct err *e);
bool pg_copy_end(struct pg *pg, int64_t *rows, struct err *e);

/* COPY ... TO STDOUT: pieces until the end; each is valid until the next call. */
enum pg_step { PG_PIECE, PG_END, PG_FAILED };

bool pg_copy_out(struct pg *pg, const char *name, const char *sql, struct err *e);
enum pg_step pg_copy_next(struct pg *pg, const char **bytes, size_t *size, struct err *e);

#endif
