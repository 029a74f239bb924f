/* init: an empty database of this version, with the rule set and the facts of the run. */
#include "steps/stage/stage.h"

#include "core/mem.h"
#include "rules/sql.h"

#include <stdlib.h>
#include <string.h>

/* The line of the setting that the text of a check speaks of. */
static int
line_of_check(const struct stage *stage, const struct ruleset_file *file, const char *check)
{
	const char *name;
	json_t *value;

	json_object_foreach(stage->settings, name, value)
	{
		if (strstr(check, name) != NULL)
			return ruleset_line(file, name);
	}
	return 1;
}

/* A setting that the rule set lacks, or that has a wrong value, is the analyst's to mend. Always returns false. */
static bool
refuse_setting(struct stage *stage, struct err *e)
{
	const struct ruleset_file *file = ruleset_find(stage->rules, "settings.json");
	const char *words = sqlite3_errmsg(stage->db->handle);
	const char *dot = strrchr(words, '.'), *check = "CHECK constraint failed: ";

	if (strncmp(words, check, strlen(check)) == 0)
		return err_set(e, ERR_USAGE, "%s:%d: a setting is not as it must be: %s", file->place,
			line_of_check(stage, file, words), words + strlen(check));
	if (dot == NULL)
		return err_set(e, ERR_USAGE, "%s:1: %s", file->place, words);
	if (strncmp(words, "NOT NULL", 8) == 0)
		return err_set(e, ERR_USAGE, "%s:1: the setting '%s' is missing", file->place, dot + 1);
	return err_set(e, ERR_USAGE, "%s:%d: the setting '%s' has a value of another kind", file->place,
		ruleset_line(file, dot + 1), dot + 1);
}

/* Writes the one row of this_run. */
static bool
write_this_run(struct stage *stage, struct err *e)
{
	struct query q = {0};
	char *settings = json_dumps(stage->settings, JSON_COMPACT);
	bool ok = sql_query(&q, stage->db, "src/steps/stage/sql/this_run.sql", e);

	if (ok) {
		query_bind_text(&q, 1, stage->as_of);
		query_bind_text(&q, 2, stage->version);
		query_bind_text(&q, 3, stage->rules->name);
		query_bind_text(&q, 4, stage->rules->sha256);
		query_bind_text(&q, 5, settings);
		if (query_try(&q, e) != QUERY_END)
			ok = refuse_setting(stage, e);
	}
	query_close(&q);
	free(settings);
	return ok;
}

/* Every setting must be a column of this_run. */
static bool
check_settings(struct stage *stage, struct err *e)
{
	const struct ruleset_file *file = ruleset_find(stage->rules, "settings.json");
	const char *name;
	json_t *value;
	struct query q = {0};
	bool ok = sql_query(&q, stage->db, "src/steps/stage/sql/this_run_columns.sql", e);

	json_object_foreach(stage->settings, name, value)
	{
		enum query_step step;

		if (!ok)
			break;
		query_bind_text(&q, 1, name);
		step = query_next(&q, e);
		query_reset(&q);
		if (step == QUERY_END)
			err_set(e, ERR_USAGE, "%s:%d: '%s' is no setting", file->place, ruleset_line(file, name), name);
		ok = step == QUERY_ROW;
	}
	query_close(&q);
	return ok;
}

bool
step_facts(struct stage *stage, struct err *e)
{
	return check_settings(stage, e) && write_this_run(stage, e) && ruleset_install(stage->rules, stage->db, e);
}

bool
step_init(struct stage *stage, struct err *e)
{
	return sql_run_folder(stage->db, "schema/tables", e) && sql_run_folder(stage->db, "schema/views", e) &&
	       step_facts(stage, e) && stage_done(stage, "init", e);
}
