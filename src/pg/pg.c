#include "pg/private.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

/* What the environment and the URI may say otherwise. A server that does not answer is given up after ten seconds, a
 * connection on which nothing comes back after a minute: a cable that was cut is not waited for. */
static const struct {
	const char *keyword, *variable, *value;
} defaults[] = {
	{"connect_timeout", "PGCONNECT_TIMEOUT", "10"},
	{"keepalives_idle", NULL, "30"},
	{"keepalives_interval", NULL, "10"},
	{"keepalives_count", NULL, "3"},
	{"tcp_user_timeout", NULL, "60000"},
};

enum { DEFAULTS = sizeof defaults / sizeof defaults[0] };

static void
ignore_notice(void *own, const PGresult *result)
{
	(void)own;
	(void)result;
}

/* A text that libpq cannot read, or one with a password, is refused before anything else. */
static bool
check_uri(const char *uri, struct err *e)
{
	char *words = NULL;
	PQconninfoOption *options = PQconninfoParse(uri, &words);
	bool ok = options != NULL;

	if (!ok)
		err_set(e, ERR_USAGE, "--db: this is no connection text of libpq (its own words are not shown: %s)",
			"they may hold a password");
	for (PQconninfoOption *o = options; ok && o->keyword != NULL; o++)
		if (strcmp(o->keyword, "password") == 0 && o->val != NULL)
			ok = err_set(e, ERR_USAGE,
				"--db: a password here can be read by everybody on this machine; put it into .pgpass, "
				"a service file or PGPASSFILE");
	PQconninfoFree(options);
	PQfreemem(words);
	return ok;
}

static char *
host_of(PGconn *handle)
{
	const char *host = PQhost(handle), *port = PQport(handle);

	if (host == NULL || host[0] == '\0')
		host = "server";
	return mem_format("%s:%s", host, port == NULL ? "" : port);
}

static PGconn *
connect_to(const char *uri, const char *program)
{
	const char *keywords[DEFAULTS + 4], *values[DEFAULTS + 4];
	int count = 0;

	for (int i = 0; i < DEFAULTS; i++)
		if (defaults[i].variable == NULL || getenv(defaults[i].variable) == NULL) {
			keywords[count] = defaults[i].keyword;
			values[count++] = defaults[i].value;
		}
	keywords[count] = "fallback_application_name";
	values[count++] = program;
	keywords[count] = "dbname";
	values[count++] = uri;
	keywords[count] = "client_encoding";
	values[count++] = "UTF8";
	keywords[count] = NULL;
	values[count] = NULL;
	return PQconnectdbParams(keywords, values, 1);
}

struct pg *
pg_open(const char *uri, const char *program, struct err *e)
{
	struct pg *pg;
	bool ok;

	if (uri != NULL && uri[0] != '\0' && strpbrk(uri, "=:") != NULL && !check_uri(uri, e))
		return NULL;
	/* a session's clock is the one that the server gives it: what programs write into last_updated is compared */
	unsetenv("PGTZ");
	pg = mem_new(sizeof *pg);
	pg->uri = uri == NULL ? NULL : mem_text(uri);
	pg->program = mem_text(program);
	pg->handle = connect_to(uri, program);
	pg->host = host_of(pg->handle);
	ok = PQstatus(pg->handle) == CONNECTION_OK || pg_fail(pg, "connect", NULL, NULL, e);
	if (ok) {
		PQsetNoticeReceiver(pg->handle, ignore_notice, NULL);
		pg->cancel = PQgetCancel(pg->handle);
	}
	if (!ok) {
		pg_close(pg);
		pg = NULL;
	}
	return pg;
}

struct pg *
pg_again(const struct pg *pg, struct err *e)
{
	return pg_open(pg->uri, pg->program, e);
}

void
pg_close(struct pg *pg)
{
	if (pg == NULL)
		return;
	PQfreemem(pg->copy);
	PQfreeCancel(pg->cancel);
	PQfinish(pg->handle);
	free(pg->uri);
	free(pg->program);
	free(pg->host);
	free(pg);
}

void
pg_interrupt(struct pg *pg)
{
	char words[256];

	pg->interrupted = 1;
	if (pg->cancel != NULL)
		PQcancel(pg->cancel, words, sizeof words);
}

bool
pg_is_interrupted(const struct pg *pg)
{
	return pg->interrupted != 0;
}

const char *
pg_host(const struct pg *pg)
{
	return pg->host;
}

const char *
pg_database(const struct pg *pg)
{
	return PQdb(pg->handle);
}

const char *
pg_user(const struct pg *pg)
{
	return PQuser(pg->handle);
}

int
pg_version(const struct pg *pg)
{
	return PQserverVersion(pg->handle);
}

const char *
pg_version_text(const struct pg *pg)
{
	const char *text = PQparameterStatus(pg->handle, "server_version");

	return text == NULL ? "" : text;
}

const char *
pg_state(const struct pg *pg)
{
	return pg->state;
}

bool
pg_is_lost(const struct pg *pg)
{
	return PQstatus(pg->handle) == CONNECTION_BAD;
}

static bool
is_fine(const PGresult *result)
{
	ExecStatusType status = PQresultStatus(result);

	return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
}

bool
pg_script(struct pg *pg, const char *name, const char *sql, struct err *e)
{
	PGresult *result = PQexec(pg->handle, sql);
	bool ok = is_fine(result) || pg_fail(pg, name, sql, result, e);

	PQclear(result);
	return ok;
}

bool
pg_query(struct pg *pg, const char *name, const char *sql, const char *const *values, int count, struct pg_rows *rows,
	struct err *e)
{
	PGresult *result = PQexecParams(pg->handle, sql, count, NULL, values, NULL, NULL, 0);
	bool ok = is_fine(result) || pg_fail(pg, name, sql, result, e);

	if (ok && rows != NULL) {
		pg_rows_clear(rows);
		rows->result = result;
		rows->count = PQntuples(result);
		result = NULL;
	}
	PQclear(result);
	return ok;
}

void
pg_rows_clear(struct pg_rows *rows)
{
	PQclear(rows->result);
	*rows = (struct pg_rows){0};
}

const char *
pg_text(const struct pg_rows *rows, int row, int column)
{
	return PQgetisnull(rows->result, row, column) ? NULL : PQgetvalue(rows->result, row, column);
}

int64_t
pg_int(const struct pg_rows *rows, int row, int column)
{
	const char *text = pg_text(rows, row, column);

	return text == NULL ? 0 : strtoll(text, NULL, 10);
}

bool
pg_bool(const struct pg_rows *rows, int row, int column)
{
	const char *text = pg_text(rows, row, column);

	return text != NULL && text[0] == 't';
}

bool
pg_begin(struct pg *pg, const char *mode, struct err *e)
{
	char *sql = mem_format("BEGIN %s", mode);
	bool ok = pg_script(pg, "begin", sql, e);

	free(sql);
	return ok;
}

void
pg_rollback(struct pg *pg)
{
	if (PQtransactionStatus(pg->handle) != PQTRANS_IDLE && PQstatus(pg->handle) == CONNECTION_OK)
		PQclear(PQexec(pg->handle, "ROLLBACK"));
}

/* COMMIT of a failed transaction is answered with ROLLBACK, which is no success. */
bool
pg_commit(struct pg *pg, bool *sent, struct err *e)
{
	PGresult *result = PQexec(pg->handle, "COMMIT");
	bool ok = is_fine(result);

	*sent = !ok && PQstatus(pg->handle) == CONNECTION_BAD;
	if (!ok)
		pg_fail(pg, "commit", NULL, result, e);
	else if (strcmp(PQcmdStatus(result), "COMMIT") != 0)
		ok = err_set(e, ERR_FAULT, "commit: the server rolled back instead");
	PQclear(result);
	return ok;
}
