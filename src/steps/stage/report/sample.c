#include "steps/stage/report/sample.h"

#include "core/mem.h"
#include "rules/sql.h"
#include "rules/template.h"
#include "steps/stage/report/private.h"
#include "steps/stage/report/rows.h"

#include <stdlib.h>

/* The row of a statement about communication `id`, as the report may show it; null when there is none. */
static json_t *
row_of(struct query *q, int64_t id, bool show_values, struct err *e)
{
	json_t *row = NULL;
	enum query_step step;

	query_reset(q);
	query_bind_int(q, 1, id);
	step = query_next(q, e);
	if (step == QUERY_ROW) {
		row = report_current(q);
		report_private(row, show_values);
	} else if (step == QUERY_END) {
		row = json_null();
	}
	query_reset(q);
	return row;
}

struct sample {
	struct stage *stage;
	struct query pick, place, source;
	json_t *rows;
};

static bool
add_row(struct sample *s, struct query *derived, const char *activity, struct err *e)
{
	int64_t id = query_int(&s->pick, 0);
	json_t *source = row_of(&s->source, id, s->stage->show_values, e);
	json_t *became = source == NULL ? NULL : row_of(derived, id, s->stage->show_values, e);
	json_t *place = became == NULL ? NULL : row_of(&s->place, id, true, e);

	if (place == NULL) {
		json_decref(source);
		json_decref(became);
		return false;
	}
	json_array_append_new(
		s->rows, json_pack("{s:I, s:s, s:s, s:O?, s:O?, s:o, s:o}", "id", (json_int_t)id, "activity", activity,
				 "why", query_text(&s->pick, 1), "file", json_object_get(place, "name"), "line",
				 json_object_get(place, "line"), "source", source, "derived", became));
	json_decref(place);
	return true;
}

static bool
add_activity(struct sample *s, const char *activity, struct err *e)
{
	char *path = mem_format("src/steps/stage/report/sql/sample_%s.sql", activity);
	struct query derived = {0};
	enum query_step step = QUERY_FAILED;
	bool ok = sql_query(&derived, s->stage->db, path, e);

	query_reset(&s->pick);
	query_bind_text(&s->pick, 1, activity);
	query_bind_int(&s->pick, 2, REPORT_SAMPLE);
	while (ok && (step = query_next(&s->pick, e)) == QUERY_ROW)
		ok = add_row(s, &derived, activity, e);
	query_close(&derived);
	free(path);
	return ok && step == QUERY_END;
}

json_t *
report_sample(struct stage *stage, struct err *e)
{
	struct sample s = {.stage = stage, .rows = json_array()};
	bool ok = sql_query(&s.pick, stage->db, "src/steps/stage/report/sql/sample_pick.sql", e) &&
		  sql_query(&s.place, stage->db, "src/steps/stage/report/sql/sample_place.sql", e) &&
		  sql_query(&s.source, stage->db, "src/steps/stage/report/sql/sample_source.sql", e);

	for (int i = 0; ok && i < ACTIVITIES; i++)
		ok = add_activity(&s, activity_names[i], e);
	query_close(&s.pick);
	query_close(&s.place);
	query_close(&s.source);
	if (!ok) {
		json_decref(s.rows);
		s.rows = NULL;
	}
	return s.rows;
}
