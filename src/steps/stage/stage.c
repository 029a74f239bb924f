#include "steps/stage/stage.h"

#include "core/mem.h"
#include "rules/sql.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void
stage_warn(const struct stage *stage, const char *fmt, ...)
{
	va_list args;
	char *text = NULL;

	va_start(args, fmt);
	if (stage->warning != NULL && vasprintf(&text, fmt, args) >= 0)
		stage->warning(stage->context, text);
	va_end(args);
	free(text);
}

void
stage_note(const struct stage *stage, const char *fmt, ...)
{
	va_list args;
	char *text = NULL;

	va_start(args, fmt);
	if (stage->note != NULL && vasprintf(&text, fmt, args) >= 0)
		stage->note(stage->context, text);
	va_end(args);
	free(text);
}

const char *
stage_text(const struct stage *stage, const char *setting)
{
	const char *text = json_string_value(json_object_get(stage->settings, setting));

	return text == NULL ? "" : text;
}

int64_t
stage_number(const struct stage *stage, const char *setting)
{
	return (int64_t)json_number_value(json_object_get(stage->settings, setting));
}

bool
stage_done(struct stage *stage, const char *step, struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&q, stage->db, "src/steps/stage/sql/step_stale.sql", e);

	if (ok) {
		query_bind_text(&q, 1, step);
		ok = query_run(&q, e);
	}
	query_close(&q);
	ok = ok && sql_query(&q, stage->db, "src/steps/stage/sql/step_done.sql", e);
	if (ok) {
		query_bind_text(&q, 1, step);
		query_bind_text(&q, 2, stage->as_of);
		ok = query_run(&q, e);
	}
	query_close(&q);
	return ok;
}
