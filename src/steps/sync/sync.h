/* What the steps of the sync share: the server, the schema on it, and whom to tell.
 *
 * Every step works in one transaction. Its answer is a JSON object (documented in docs/hubstage-sync.1) that the
 * caller owns; the program prints it as it is, or as tables.
 */
#ifndef SYNC_SYNC_H
#define SYNC_SYNC_H

#include "core/db.h"
#include "pg/pg.h"

#include <jansson.h>

/* What was moved so far; `total` 0: not known. Called often: it must be cheap. */
typedef void sync_progress(void *context, const char *what, uint64_t rows, uint64_t bytes, uint64_t total);

/* A remark for the user, not an error. */
typedef void sync_warning(void *context, const char *text);

struct sync {
	struct pg *pg;
	const char *schema;   /* on the server: "staging" */
	const char *version;  /* of the tool */
	int64_t lock_seconds; /* how long a lock is waited for */

	sync_progress *progress;
	sync_warning *warning;
	void *context;
};

/* Begins a transaction ("READ ONLY" ...) with the schema in front of the search path. ERR_ENVIRONMENT when the
 * server is too old or, with `need_schema`, has no such schema. */
bool sync_begin(struct sync *s, const char *mode, bool need_schema, struct err *e);

/* Puts the schema in front of the search path, `before` (may be "") before it. */
bool sync_path(struct sync *s, const char *before, struct err *e);

/* Runs an embedded file: a query with parameters, or a script. */
bool sync_query(
	struct sync *s, const char *path, const char *const *values, int count, struct pg_rows *rows, struct err *e);
bool sync_script(struct sync *s, const char *path, struct err *e);
const char *sync_text(const char *path); /* the file's text; it must be embedded */

void sync_warn(const struct sync *s, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* The server in an answer: {"host", "database", "user", "version", "schema"}. */
json_t *sync_server(const struct sync *s);

#endif
