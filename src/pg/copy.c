/* COPY in and out, as streams. */
#include "pg/private.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

static bool
begin(struct pg *pg, const char *name, const char *sql, ExecStatusType want, struct err *e)
{
	PGresult *result = PQexec(pg->handle, sql);
	bool ok = PQresultStatus(result) == want || pg_fail(pg, name, sql, result, e);

	pg->copying = name;
	PQclear(result);
	return ok;
}

/* The results that follow a COPY: its own, then NULL. The first that is no success is the error. */
static bool
finish(struct pg *pg, int64_t *rows, struct err *e)
{
	PGresult *result;
	bool ok = true;

	while ((result = PQgetResult(pg->handle)) != NULL) {
		if (PQresultStatus(result) == PGRES_COMMAND_OK) {
			if (rows != NULL)
				*rows = strtoll(PQcmdTuples(result), NULL, 10);
		} else if (ok) {
			ok = pg_fail(pg, pg->copying, NULL, result, e);
		}
		PQclear(result);
		if (PQstatus(pg->handle) == CONNECTION_BAD)
			break;
	}
	if (ok && PQstatus(pg->handle) == CONNECTION_BAD)
		ok = pg_fail(pg, pg->copying, NULL, NULL, e);
	return ok;
}

bool
pg_copy_in(struct pg *pg, const char *name, const char *sql, struct err *e)
{
	return begin(pg, name, sql, PGRES_COPY_IN, e);
}

bool
pg_copy_add(struct pg *pg, const char *bytes, size_t size, struct err *e)
{
	if (pg->interrupted)
		return pg_fail(pg, pg->copying, NULL, NULL, e);
	if (PQputCopyData(pg->handle, bytes, (int)size) == 1)
		return true;
	/* the server's own reason, when it could still send one, is better than "broken pipe" */
	return finish(pg, NULL, e) ? pg_fail(pg, pg->copying, NULL, NULL, e) : false;
}

bool
pg_copy_end(struct pg *pg, int64_t *rows, struct err *e)
{
	if (PQputCopyEnd(pg->handle, NULL) != 1)
		return finish(pg, NULL, e) ? pg_fail(pg, pg->copying, NULL, NULL, e) : false;
	return finish(pg, rows, e);
}

bool
pg_copy_out(struct pg *pg, const char *name, const char *sql, struct err *e)
{
	return begin(pg, name, sql, PGRES_COPY_OUT, e);
}

enum pg_step
pg_copy_next(struct pg *pg, const char **bytes, size_t *size, struct err *e)
{
	int got;

	PQfreemem(pg->copy);
	pg->copy = NULL;
	got = PQgetCopyData(pg->handle, &pg->copy, 0);
	if (got > 0) {
		*bytes = pg->copy;
		*size = (size_t)got;
		return PG_PIECE;
	}
	if (got == -2) {
		pg_fail(pg, pg->copying, NULL, NULL, e);
		return PG_FAILED;
	}
	return finish(pg, NULL, e) ? PG_END : PG_FAILED;
}
