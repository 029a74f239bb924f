/* classify, rules, sql: the rules and the SQL that everything runs on, without a workspace. */
#include "cli/commands.h"

#include "cli/answers.h"
#include "cli/rules_show.h"
#include "core/file.h"
#include "core/mem.h"
#include "rules/embedded.h"
#include "rules/sql.h"
#include "rules/template.h"
#include "steps/stage/classify.h"
#include "steps/stage/derive.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *action, *status, *priority, *case_id;

const struct option classify_options[] = {
	{.name = "action", .value = "TEXT", .text = &action, .summary = "Comm_Action"},
	{.name = "status", .value = "TEXT", .text = &status, .summary = "Comm_Status"},
	{.name = "priority", .value = "TEXT", .text = &priority, .summary = "Comm_Priority"},
	{.name = "case", .value = "ID", .text = &case_id, .summary = "Comm_CaseId: any value counts as one"}, {0}};

/* A database in memory with the schema and the rule set: what classify and rules check ask. */
static bool
open_rules(struct context *c, struct err *e)
{
	c->stage.building = true;
	c->stage.db = db_open(NULL, DB_MEMORY, NULL, e);
	return c->stage.db != NULL && db_begin(c->stage.db, e) && step_init(&c->stage, e);
}

static void
set_text(struct row *row, enum source_column column, const char *text)
{
	if (text != NULL && text[0] != '\0')
		row->values[column] = (struct value){.kind = VALUE_TEXT, .text = text, .size = strlen(text)};
}

static bool
answer_classification(struct context *c, struct invocation *in, int64_t id, struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&q, c->stage.db, "src/steps/stage/sql/classify_answer.sql", e);

	if (ok) {
		query_bind_int(&q, 1, id);
		ok = query_next(&q, e) == QUERY_ROW;
	}
	if (ok && in->json)
		ok = answer_json("classify",
			json_pack("{s:s, s:s?, s:i, s:s, s:s?, s:b}", "rule_set", c->rules->name, "activity",
				query_text(&q, 1), "rule", (int)query_int(&q, 0), "decision", query_text(&q, 2),
				"reason", query_text(&q, 3), "is_task_eligible", query_int(&q, 4) != 0),
			e);
	else if (ok && query_null(&q, 0))
		printf("%s (no rule of %s fires: %s)\n", query_text(&q, 1), c->rules->name, query_text(&q, 2));
	else if (ok)
		printf("%s (rule %lld of %s: %s%s%s)\n", query_text(&q, 1), (long long)query_int(&q, 0), c->rules->name,
			query_text(&q, 2), query_null(&q, 3) ? "" : ", ", query_null(&q, 3) ? "" : query_text(&q, 3));
	query_close(&q);
	return ok;
}

bool
classify_command(struct context *c, struct invocation *in, struct err *e)
{
	struct classifier classifier = {0};
	struct combination found;
	struct row row = {0};
	bool ok;

	set_text(&row, COMM_TYPE, in->operands[0]);
	set_text(&row, COMM_ACTION, action);
	set_text(&row, COMM_STATUS, status);
	set_text(&row, COMM_PRIORITY, priority);
	if (case_id != NULL && case_id[0] != '\0')
		row.values[COMM_CASEID].kind = VALUE_INT;
	ok = open_rules(c, e) && classifier_open(&classifier, c->stage.db, e) &&
	     classifier_find(&classifier, &row, &found, e) && answer_classification(c, in, found.id, e);
	classifier_close(&classifier);
	return ok;
}

static bool
is_empty_directory(const char *dir)
{
	struct file_names names = {0};
	struct err unread = {0};
	bool empty = file_list(dir, &names, &unread) && names.count == 0;

	file_names_clear(&names);
	return empty;
}

static bool
export_rules(struct context *c, const struct invocation *in, const char *dir, struct err *e)
{
	struct stat st;
	bool ok = true;

	if (lstat(dir, &st) == 0 && !is_empty_directory(dir))
		return err_set(e, ERR_USAGE, "%s is there already; nothing was written", dir);
	for (size_t i = 0; ok && i < c->rules->file_count; i++) {
		char *path = file_join(dir, c->rules->files[i].path);
		char *slash = strrchr(path, '/');

		*slash = '\0';
		ok = file_mkdir(path, e);
		*slash = '/';
		ok = ok && file_write(path, c->rules->files[i].bytes.bytes, c->rules->files[i].bytes.size, e);
		free(path);
	}
	if (ok && in->json)
		ok = answer_json("rules", json_pack("{s:s, s:s}", "exported", dir, "sha256", c->rules->sha256), e);
	else if (ok)
		printf("%s: a copy of the rule set %s to edit; use it with --rules %s\n", dir, c->rules->name, dir);
	return ok;
}

/* Installs the rules, parses the templates and holds them against the views: whatever a run would stumble over. */
static bool
check_rules(struct context *c, const struct invocation *in, const char *dir, struct err *e)
{
	struct template_set templates = {0};
	struct zone *zone;
	bool ok;

	ruleset_close(c->rules);
	json_decref(c->stage.settings);
	c->stage.settings = NULL;
	c->rules = ruleset_open(dir, e);
	c->stage.rules = c->rules;
	c->stage.settings = c->rules == NULL ? NULL : ruleset_settings(c->rules, e);
	ok = c->stage.settings != NULL && open_rules(c, e) &&
	     template_set_init(&templates, c->rules, c->stage.settings, e) && rules_fit(&c->stage, &templates, e);
	template_set_clear(&templates);
	if (ok && stage_text(&c->stage, "timezone")[0] != '\0') {
		const struct ruleset_file *settings = ruleset_find(c->rules, "settings.json");

		zone = zone_open(stage_text(&c->stage, "timezone"), e);
		ok = zone != NULL || err_place(e, "%s:%d", settings->place, ruleset_line(settings, "timezone"));
		zone_close(zone);
	}
	if (ok && in->json)
		ok = answer_json("rules", json_pack("{s:s, s:s}", "checked", dir, "sha256", c->rules->sha256), e);
	else if (ok)
		printf("%s: no fault found (sha256 %s)\n", dir, c->rules->sha256);
	return ok;
}

bool
rules_command(struct context *c, struct invocation *in, struct err *e)
{
	const char *what = in->operands[0];
	bool has_dir = in->operand_count > 1;

	if (strcmp(what, "show") == 0 && !has_dir)
		return open_rules(c, e) && rules_show(c, in, e);
	if (strcmp(what, "export") == 0 && has_dir)
		return export_rules(c, in, in->operands[1], e);
	if (strcmp(what, "check") == 0)
		return check_rules(c, in, has_dir ? in->operands[1] : "plan", e);
	return err_set(e, ERR_USAGE, "rules show, rules export DIR or rules check DIR");
}

static json_t *
sql_json(const struct embedded *file, bool with_text)
{
	json_t *to = json_pack("{s:s}", "file", file->path);

	if (with_text)
		json_object_set_new(to, "text", json_stringn((const char *)file->bytes, file->size));
	return to;
}

bool
sql_command(struct context *c, struct invocation *in, struct err *e)
{
	const char *name = in->operand_count > 0 ? in->operands[0] : NULL;
	json_t *files = json_array();
	int found = 0;

	(void)c;
	for (int i = 0; i < embedded_count; i++) {
		const struct embedded *file = &embedded_files[i];
		const char *base = strrchr(file->path, '/') + 1;
		size_t skip = strspn(base, "0123456789_");
		bool same = name != NULL && (strcmp(name, file->path) == 0 || strcmp(name, base) == 0 ||
						    (strncmp(name, base + skip, strlen(name)) == 0 &&
							    strcmp(base + skip + strlen(name), ".sql") == 0));

		if (in->json && (name == NULL || same))
			json_array_append_new(files, sql_json(file, same));
		else if (name == NULL)
			puts(file->path);
		else if (same)
			fwrite(file->bytes, 1, file->size, stdout);
		found += same;
	}
	if (name != NULL && found == 0) {
		json_decref(files);
		return err_set(e, ERR_USAGE, "'%s' is none of the files that `hubstage sql` lists", name);
	}
	if (in->json)
		return answer_json("sql", json_pack("{s:o}", "files", files), e);
	json_decref(files);
	return true;
}
