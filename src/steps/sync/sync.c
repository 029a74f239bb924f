#include "steps/sync/sync.h"

#include "core/mem.h"
#include "rules/embedded.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { OLDEST = 140000 }; /* the first server that takes our functions' bodies */

const char *
sync_text(const char *path)
{
	const struct embedded *file = embedded_find(path);

	return file == NULL ? "" : (const char *)file->bytes;
}

bool
sync_query(struct sync *s, const char *path, const char *const *values, int count, struct pg_rows *rows, struct err *e)
{
	return pg_query(s->pg, path, sync_text(path), values, count, rows, e);
}

bool
sync_script(struct sync *s, const char *path, struct err *e)
{
	return pg_script(s->pg, path, sync_text(path), e);
}

bool
sync_path(struct sync *s, const char *before, struct err *e)
{
	char *wait = mem_format("%llds", (long long)s->lock_seconds);
	const char *values[] = {s->schema, before, wait};
	bool ok = sync_query(s, "src/steps/sync/sql/settings.sql", values, 3, NULL, e);

	free(wait);
	return ok;
}

bool
sync_begin(struct sync *s, const char *mode, bool need_schema, struct err *e)
{
	struct pg_rows rows = {0};
	bool ok;

	if (pg_version(s->pg) < OLDEST)
		return err_set(e, ERR_ENVIRONMENT, "%s: PostgreSQL %s is too old, 14 is the first that will do",
			pg_host(s->pg), pg_version_text(s->pg));
	ok = pg_begin(s->pg, mode, e) && sync_query(s, "src/steps/sync/sql/server.sql", &s->schema, 1, &rows, e) &&
	     sync_path(s, "", e);
	if (ok && need_schema && !pg_bool(&rows, 0, 0))
		ok = err_set(e, ERR_ENVIRONMENT,
			"%s: database %s has no schema '%s': --schema names another, or "
			"`hubstage-sync deploy` makes it",
			pg_host(s->pg), pg_database(s->pg), s->schema);
	if (ok && need_schema && !pg_bool(&rows, 0, 1))
		ok = err_set(e, ERR_ENVIRONMENT, "%s: role %s may not use schema '%s'", pg_host(s->pg), pg_user(s->pg),
			s->schema);
	pg_rows_clear(&rows);
	return ok;
}

void
sync_warn(const struct sync *s, const char *fmt, ...)
{
	char text[ERR_TEXT_MAX];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	if (s->warning != NULL)
		s->warning(s->context, text);
}

json_t *
sync_server(const struct sync *s)
{
	return json_pack("{s:s, s:s, s:s, s:s, s:s}", "host", pg_host(s->pg), "database", pg_database(s->pg), "user",
		pg_user(s->pg), "version", pg_version_text(s->pg), "schema", s->schema);
}
