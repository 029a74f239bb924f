/* What PostgreSQL says, as one of our errors. */
#include "pg/private.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

struct meaning {
	const char *state; /* SQLSTATE, or its class of two characters */
	enum err_kind kind;
	const char *words; /* NULL: the server's own */
};

/* The first row that fits. Messages of classes 22 and 23 quote values, so they get words of our own. */
static const struct meaning meanings[] = {
	{"08", ERR_REMOTE, NULL},
	{"28", ERR_REMOTE, NULL},
	{"3D", ERR_REMOTE, NULL},
	{"57014", ERR_REMOTE, "the server cancelled the statement (a statement timeout, or somebody's wish)"},
	{"57", ERR_REMOTE, NULL},
	{"533", ERR_REMOTE, NULL},
	{"40", ERR_REMOTE, "another session got in the way; run it again"},
	{"53100", ERR_ENVIRONMENT, "the server's disk is full"},
	{"53", ERR_ENVIRONMENT, NULL},
	{"58", ERR_ENVIRONMENT, NULL},
	{"55P03", ERR_ENVIRONMENT, "another session holds a lock on the table; run it again when that is done"},
	{"25006", ERR_ENVIRONMENT, "the server is read-only (a standby, or default_transaction_read_only)"},
	{"42501", ERR_ENVIRONMENT, NULL},
	{"3F000", ERR_ENVIRONMENT, NULL},
	{"42P01", ERR_ENVIRONMENT, NULL},
	{"54", ERR_ENVIRONMENT, NULL},
	{"22021", ERR_INPUT, "a text has a character that the server's encoding cannot hold"},
	{"22P05", ERR_INPUT, "a text has a character that the server's encoding cannot hold"},
	{"22P02", ERR_INPUT, "a value is none of the column's type"},
	{"22001", ERR_INPUT, "a text is too long for its column"},
	{"22003", ERR_INPUT, "a number is out of the range of its column"},
	{"22007", ERR_INPUT, "a value is no date of the column's type"},
	{"22008", ERR_INPUT, "a date is out of the range of its column"},
	{"22", ERR_INPUT, "a value does not fit the server's column"},
	{"23502", ERR_INPUT, "a column that may not be NULL would be"},
	{"23503", ERR_INPUT, "a foreign key would point nowhere"},
	{"23505", ERR_INPUT, "a value that must be unique would be there twice"},
	{"23514", ERR_INPUT, "a check of the server's table refuses a row"},
	{"23", ERR_INPUT, "a constraint of the server's table refuses a row"},
};

static const struct meaning *
meaning_of(const char *state)
{
	for (size_t i = 0; i < sizeof meanings / sizeof meanings[0]; i++)
		if (strncmp(state, meanings[i].state, strlen(meanings[i].state)) == 0)
			return &meanings[i];
	return NULL;
}

/* libpq's messages end in a line end and may have several lines; ours have one. */
static char *
one_line(const char *text)
{
	char *line = mem_text(text);
	size_t size = strlen(line);

	while (size > 0 && (line[size - 1] == '\n' || line[size - 1] == ' '))
		line[--size] = '\0';
	for (size_t i = 0; i < size; i++)
		if (line[i] == '\n' || line[i] == '\t')
			line[i] = ' ';
	return line;
}

/* The line of the statement where the server found the fault; its position counts characters, from 1. */
static int
line_of(const char *sql, const PGresult *result)
{
	const char *position = PQresultErrorField(result, PG_DIAG_STATEMENT_POSITION);
	long left = position == NULL ? 0 : strtol(position, NULL, 10);
	int line = 1;

	for (; left > 1 && *sql != '\0'; sql++) {
		left -= ((unsigned char)sql[1] & 0xC0) != 0x80;
		line += *sql == '\n';
	}
	return position == NULL ? 0 : line;
}

/* ", line 17, column comm_type" of a COPY; what follows there is the value, which is not shown. */
static char *
copy_place(const PGresult *result)
{
	const char *context = PQresultErrorField(result, PG_DIAG_CONTEXT);
	size_t size;

	if (context == NULL || strncmp(context, "COPY ", 5) != 0)
		return mem_text("");
	size = strcspn(context, ":\"\n");
	return mem_format(" (%.*s)", (int)size, context);
}

static void
fill(const char *place, const PGresult *result, const char *state, struct err *e)
{
	const struct meaning *meaning = meaning_of(state);
	const char *table = PQresultErrorField(result, PG_DIAG_TABLE_NAME);
	const char *column = PQresultErrorField(result, PG_DIAG_COLUMN_NAME);
	const char *constraint = PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME);
	const char *primary = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
	char *copy = copy_place(result);

	err_set(e, meaning == NULL ? ERR_FAULT : meaning->kind, "%s: %s%s%s%s%s%s%s%s [%s]", place,
		meaning != NULL && meaning->words != NULL ? meaning->words
		: primary == NULL			  ? "the server gives no reason"
							  : primary,
		copy, table == NULL ? "" : "; table ", table == NULL ? "" : table, column == NULL ? "" : ", column ",
		column == NULL ? "" : column, constraint == NULL ? "" : ", constraint ",
		constraint == NULL ? "" : constraint, state);
	free(copy);
}

bool
pg_fail(struct pg *pg, const char *name, const char *sql, const PGresult *result, struct err *e)
{
	const char *state = result == NULL ? NULL : PQresultErrorField(result, PG_DIAG_SQLSTATE);
	int line = sql == NULL || result == NULL ? 0 : line_of(sql, result);
	char *words, *place;

	memset(pg->state, 0, sizeof pg->state);
	if (state != NULL)
		memcpy(pg->state, state, strnlen(state, sizeof pg->state - 1));
	if (pg->interrupted)
		return err_set(e, ERR_INTERRUPTED, "interrupted; the server rolls back, nothing changed there");
	if (PQstatus(pg->handle) == CONNECTION_BAD || state == NULL) {
		words = one_line(PQerrorMessage(pg->handle));
		err_set(e, ERR_REMOTE, "%s: %s", pg->host,
			words[0] == '\0' ? "the connection to the server was lost" : words);
		free(words);
		return false;
	}
	place = line == 0 ? mem_text(name) : mem_format("%s:%d", name, line);
	fill(place, result, state, e);
	free(place);
	return false;
}
