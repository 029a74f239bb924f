/* What the files of this room share. */
#ifndef PG_PRIVATE_H
#define PG_PRIVATE_H

#include "pg/pg.h"

#include <libpq-fe.h>
#include <signal.h>

struct pg {
	PGconn *handle;
	PGcancel *cancel;
	char *uri, *program, *host;
	char state[6];
	char *copy;	     /* the piece of a COPY that was handed out last */
	const char *copying; /* the file that the COPY under way comes from */
	volatile sig_atomic_t interrupted;
};

/* Fills `e` from a result (NULL: from the connection). `sql` (may be NULL) is for the line. Always false. */
bool pg_fail(struct pg *pg, const char *name, const char *sql, const PGresult *result, struct err *e);

#endif
