#include "core/query.h"

#include "core/db.h"

bool
query_open(struct query *q, struct db *db, const char *name, const char *sql, struct err *e)
{
	q->db = db;
	q->name = name;
	if (sqlite3_prepare_v3(db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &q->stmt, NULL) != SQLITE_OK)
		return db_script_error(db, name, sql, sql, e);
	return true;
}

void
query_close(struct query *q)
{
	sqlite3_finalize(q->stmt);
	*q = (struct query){0};
}

void
query_bind_int(struct query *q, int at, int64_t value)
{
	sqlite3_bind_int64(q->stmt, at, value);
}

void
query_bind_text(struct query *q, int at, const char *text)
{
	sqlite3_bind_text(q->stmt, at, text, -1, SQLITE_STATIC);
}

void
query_bind_bytes(struct query *q, int at, const char *text, size_t size)
{
	sqlite3_bind_text64(q->stmt, at, text, size, SQLITE_STATIC, SQLITE_UTF8);
}

void
query_bind_blob(struct query *q, int at, const void *bytes, size_t size)
{
	sqlite3_bind_blob64(q->stmt, at, bytes, size, SQLITE_STATIC);
}

void
query_bind_null(struct query *q, int at)
{
	sqlite3_bind_null(q->stmt, at);
}

enum query_step
query_next(struct query *q, struct err *e)
{
	int code;

	if (!sqlite3_stmt_readonly(q->stmt) && (q->db->failed || sqlite3_get_autocommit(q->db->handle))) {
		err_set(e, ERR_FAULT, "%s: writes outside a transaction", q->name);
		return QUERY_FAILED;
	}
	code = sqlite3_step(q->stmt);
	if (code == SQLITE_ROW)
		return QUERY_ROW;
	if (code == SQLITE_DONE)
		return QUERY_END;
	db_error(q->db, q->name, e);
	return QUERY_FAILED;
}

void
query_reset(struct query *q)
{
	sqlite3_reset(q->stmt);
}

bool
query_run(struct query *q, struct err *e)
{
	enum query_step step;

	while ((step = query_next(q, e)) == QUERY_ROW)
		;
	query_reset(q);
	return step == QUERY_END;
}

enum query_step
query_try(struct query *q, struct err *e)
{
	enum query_step step = query_next(q, e);

	if (step == QUERY_FAILED && (sqlite3_errcode(q->db->handle) & 0xff) == SQLITE_CONSTRAINT) {
		int code = sqlite3_extended_errcode(q->db->handle);

		if (code == SQLITE_CONSTRAINT_CHECK || code == SQLITE_CONSTRAINT_NOTNULL) {
			err_set(e, ERR_FAULT, "%s", sqlite3_errmsg(q->db->handle));
			q->db->failed = false;
			step = QUERY_CONSTRAINT;
		}
	}
	query_reset(q);
	return step;
}

int64_t
query_int(struct query *q, int column)
{
	return sqlite3_column_int64(q->stmt, column);
}

double
query_real(struct query *q, int column)
{
	return sqlite3_column_double(q->stmt, column);
}

const char *
query_text(struct query *q, int column)
{
	return (const char *)sqlite3_column_text(q->stmt, column);
}

size_t
query_size(struct query *q, int column)
{
	return (size_t)sqlite3_column_bytes(q->stmt, column);
}

bool
query_null(struct query *q, int column)
{
	return sqlite3_column_type(q->stmt, column) == SQLITE_NULL;
}
