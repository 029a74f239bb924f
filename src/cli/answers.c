#include "cli/answers.h"

#include "cli/table.h"
#include "core/mem.h"
#include "rules/embedded.h"
#include "rules/sql.h"
#include "steps/stage/account.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EVIDENCE_ROWS = 5 };

bool
answer_json(const char *name, json_t *members, struct err *e)
{
	json_t *document = json_pack("{s:s, s:i}", "document", name, "version", 1);
	char *text;

	if (json_object_update(document, members) != 0) {
		json_decref(document);
		return err_set(e, ERR_FAULT, "the answer has no form in JSON: a name in it is not UTF-8");
	}
	json_decref(members);
	text = json_dumps(document, JSON_INDENT(2) | JSON_PRESERVE_ORDER);
	json_decref(document);
	if (text == NULL)
		return err_set(e, ERR_FAULT, "the answer has no form in JSON");
	puts(text);
	free(text);
	return true;
}

/* The rows of a statement as an array of objects, or printed as a table of the given columns. */
static bool
rows_json(struct db *db, const char *path, const char *const *names, json_t *array, struct err *e)
{
	struct query q = {0};
	enum query_step step = QUERY_FAILED;

	if (sql_query(&q, db, path, e))
		while ((step = query_next(&q, e)) == QUERY_ROW) {
			json_t *row = json_object();

			for (int i = 0; names[i] != NULL; i++) {
				int type = sqlite3_column_type(q.stmt, i);

				json_object_set_new(row, names[i],
					type == SQLITE_INTEGER ? json_integer((json_int_t)query_int(&q, i))
					: type == SQLITE_FLOAT ? json_real(query_real(&q, i))
					: type == SQLITE_NULL  ? json_null()
							       : json_string(query_text(&q, i)));
			}
			json_array_append_new(array, row);
		}
	query_close(&q);
	return step == QUERY_END;
}

static const char *const activity_columns[] = {
	"activity", "rows", "with_contact", "with_company", "with_deal", "orphaned", "error", "held", NULL};
static const char *const code_columns[] = {"kind", "code", "rows", "first", NULL};
static const char *const input_columns[] = {"file", "fact", "value", "evidence", NULL};
static const char *const step_columns[] = {"step", "state", "as_of", NULL};
static const char *const gate_columns[] = {
	"name", "checkpoint", "title", "value", "comparison", "threshold", "unit", "level", "passed", NULL};

/* What status follows from the gates, and how many pass. */
static bool
read_gates(struct db *db, struct invocation *in, int *passed, int *failed, struct err *e)
{
	struct query q = {0};
	enum query_step step = QUERY_FAILED;

	*passed = *failed = 0;
	if (sql_query(&q, db, "src/steps/stage/sql/answer_gates.sql", e))
		while ((step = query_next(&q, e)) == QUERY_ROW) {
			bool is_gate = strcmp(query_text(&q, 7), "gate") == 0;

			*passed += query_int(&q, 8) != 0;
			*failed += query_int(&q, 8) == 0;
			if (is_gate && query_int(&q, 8) == 0)
				in->status = STATUS_CHECKPOINT;
		}
	query_close(&q);
	return step == QUERY_END;
}

static bool
set_status(struct db *db, struct invocation *in, const struct accounting *a, struct err *e)
{
	int passed, failed;

	if (a->rejected + a->held + a->error > 0)
		in->status = STATUS_ROWS;
	return read_gates(db, in, &passed, &failed, e);
}

static void
print_accounting(const struct accounting *a)
{
	static const struct table_column columns[] = {{"", false}, {"", true}, {"", false}, {"", true}, {"", false},
		{"", true}, {"", false}, {"", true}, {"", false}, {"", true}, {"", false}};
	const struct {
		const char *what;
		int64_t sum;
		const char *parts[4];
		int64_t counts[4];
	} lines[] = {
		{"read", a->read, {"loaded", "merged", "replaced", "rejected"},
			{a->loaded, a->merged, a->replaced, a->rejected}},
		{"loaded", a->loaded, {"derived", "skipped", "in error", NULL}, {a->derived, a->skipped, a->error, 0}},
		{"derived", a->derived, {"new", "changed", "unchanged", "held"},
			{a->new_rows, a->changed, a->unchanged, a->held}},
	};
	struct table t = {.columns = columns, .count = sizeof columns / sizeof columns[0]};

	for (size_t i = 0; i < 3; i++) {
		table_text(&t, lines[i].what);
		table_number(&t, lines[i].sum);
		table_text(&t, "=");
		for (int k = 0; k < 4; k++) {
			if (lines[i].parts[k] == NULL) {
				table_text(&t, "");
				table_text(&t, "");
				continue;
			}
			table_number(&t, lines[i].counts[k]);
			table_text(&t, lines[i].parts[k]);
		}
	}
	table_print(&t, stdout);
	table_clear(&t);
	printf("\nin the bundle: %lld new + %lld changed; gone from the source since: %lld\n\n", (long long)a->new_rows,
		(long long)a->changed, (long long)a->vanished);
}

static bool
print_activities(struct db *db, struct err *e)
{
	static const struct table_column columns[] = {{"activity", false}, {"rows", true}, {"share", true},
		{"contact", true}, {"company", true}, {"deal", true}, {"none", true}, {"in error", true},
		{"held", true}};
	struct table t = {.columns = columns, .count = sizeof columns / sizeof columns[0]};
	struct query q = {0};
	enum query_step step = QUERY_FAILED;
	int64_t total = 0;
	bool ok = db_int(db, "rows", "SELECT count(*) FROM ic_communication_master", &total, e) &&
		  sql_query(&q, db, "src/steps/stage/sql/answer_activities.sql", e);

	while (ok && (step = query_next(&q, e)) == QUERY_ROW) {
		table_text(&t, query_text(&q, 0));
		table_number(&t, query_int(&q, 1));
		table_share(&t, query_int(&q, 1), total);
		for (int i = 2; i < 8; i++)
			table_number(&t, query_int(&q, i));
	}
	query_close(&q);
	if (step == QUERY_END)
		table_print(&t, stdout);
	table_clear(&t);
	return step == QUERY_END;
}

static bool
print_codes(struct db *db, struct err *e)
{
	static const struct table_column columns[] = {
		{"to look at", false}, {"why", false}, {"rows", true}, {"first: id, or file:line", false}};
	struct table t = {.columns = columns, .count = 4};
	struct query q = {0};
	enum query_step step = QUERY_FAILED;
	bool any = false;

	if (sql_query(&q, db, "src/steps/stage/sql/answer_codes.sql", e))
		while ((step = query_next(&q, e)) == QUERY_ROW) {
			any = true;
			table_text(&t, query_text(&q, 0));
			table_text(&t, query_text(&q, 1));
			table_number(&t, query_int(&q, 2));
			table_text(&t, query_text(&q, 3));
		}
	query_close(&q);
	if (step == QUERY_END && any) {
		puts("");
		table_print(&t, stdout);
	}
	table_clear(&t);
	return step == QUERY_END;
}

/* 97.31 as "97.31", 3 as "3". */
static void
gate_number(struct table *t, struct query *q, int column)
{
	char text[40];

	if (query_null(q, column))
		sqlite3_snprintf(sizeof text, text, "-");
	else if (query_real(q, column) == (double)(int64_t)query_real(q, column))
		sqlite3_snprintf(sizeof text, text, "%lld", (long long)query_real(q, column));
	else
		sqlite3_snprintf(sizeof text, text, "%.2f", query_real(q, column));
	table_text(t, text);
}

/* All checkpoints, or only those that are not passed. */
static bool
print_gates(struct db *db, bool all, struct err *e)
{
	static const struct table_column columns[] = {{"checkpoint", false}, {"what", false}, {"value", true},
		{"", false}, {"must be", true}, {"", false}, {"", false}};
	struct table t = {.columns = columns, .count = 7};
	struct query q = {0};
	enum query_step step = QUERY_FAILED;
	bool any = false;

	if (sql_query(&q, db, "src/steps/stage/sql/answer_gates.sql", e))
		while ((step = query_next(&q, e)) == QUERY_ROW) {
			bool passed = query_int(&q, 8) != 0;

			if (passed && !all)
				continue;
			any = true;
			table_text(&t, query_text(&q, 1));
			table_text(&t, query_text(&q, 2));
			gate_number(&t, &q, 3);
			table_text(&t, query_text(&q, 4));
			gate_number(&t, &q, 5);
			table_text(&t, query_text(&q, 6));
			table_text(&t, passed ? "pass" : strcmp(query_text(&q, 7), "gate") == 0 ? "FAIL" : "look");
		}
	query_close(&q);
	if (step == QUERY_END && any)
		table_print(&t, stdout);
	table_clear(&t);
	return step == QUERY_END;
}

/* The first rows of a check that found something, under its name. */
static bool
print_evidence(struct db *db, const struct embedded *check, struct err *e)
{
	struct table_column columns[16];
	struct table t = {.columns = columns};
	struct query q = {0};
	enum query_step step = QUERY_FAILED;
	int rows = 0;

	if (!sql_query(&q, db, check->path, e))
		return false;
	t.count = sqlite3_column_count(q.stmt) < 16 ? sqlite3_column_count(q.stmt) : 16;
	for (int i = 0; i < t.count; i++)
		columns[i] = (struct table_column){.head = sqlite3_column_name(q.stmt, i)};
	while ((step = query_next(&q, e)) == QUERY_ROW && rows < EVIDENCE_ROWS) {
		rows++;
		for (int i = 0; i < t.count; i++)
			table_text(&t, query_text(&q, i));
	}
	if (step != QUERY_FAILED && rows > 0) {
		const char *name = strrchr(check->path, '/') + 1;

		printf("\n%.*s:%s\n", (int)(strlen(name) - 4), name,
			step == QUERY_ROW ? " (the first; `hubstage sql` prints the check)" : "");
		table_print(&t, stdout);
	}
	table_clear(&t);
	query_close(&q);
	return step != QUERY_FAILED;
}

static bool
print_all_evidence(struct db *db, struct err *e)
{
	for (int i = 0; i < embedded_count; i++)
		if (strncmp(embedded_files[i].path, "schema/checks/", 14) == 0 &&
			!print_evidence(db, &embedded_files[i], e))
			return false;
	return true;
}

static bool
print_workspace(struct context *c, struct invocation *in, const struct accounting *a, struct err *e)
{
	int passed, failed;

	print_accounting(a);
	if (!print_activities(c->stage.db, e) || !print_codes(c->stage.db, e) ||
		!read_gates(c->stage.db, in, &passed, &failed, e))
		return false;
	printf("\n%d of %d checkpoints pass\n", passed, passed + failed);
	return print_gates(c->stage.db, false, e);
}

/* The members of the document: accounting, activities, codes, gates, steps. */
static bool
workspace_json(struct context *c, const struct accounting *a, const char *document, json_t *portal, struct err *e)
{
	const struct {
		const char *name, *path;
		const char *const *columns;
	} parts[] = {
		{"inputs", "src/steps/stage/sql/answer_inputs.sql", input_columns},
		{"activities", "src/steps/stage/sql/answer_activities.sql", activity_columns},
		{"codes", "src/steps/stage/sql/answer_codes.sql", code_columns},
		{"gates", "src/steps/stage/sql/answer_gates.sql", gate_columns},
		{"steps", "src/steps/stage/sql/answer_steps.sql", step_columns},
	};
	json_t *it = json_pack("{s:s, s:s, s:o}", "workspace", c->workspace->dir, "as_of", c->stage.as_of_utc,
		"accounting", account_json(a));
	bool ok = true;

	for (size_t i = 0; ok && i < sizeof parts / sizeof parts[0]; i++) {
		json_t *array = json_array();

		ok = rows_json(c->stage.db, parts[i].path, parts[i].columns, array, e);
		json_object_set_new(it, parts[i].name, array);
	}
	if (ok && portal != NULL)
		json_object_set(it, "portal", portal);
	if (ok)
		return answer_json(document, it, e);
	json_decref(it);
	return false;
}

bool
answer_workspace(struct context *c, struct invocation *in, const char *document, struct err *e)
{
	struct accounting a;

	if (!account_read(c->stage.db, &a, e) || !set_status(c->stage.db, in, &a, e))
		return false;
	return in->json ? workspace_json(c, &a, document, NULL, e) : print_workspace(c, in, &a, e);
}

static void
print_portal(const json_t *portal)
{
	static const struct table_column columns[] = {{"activity", false}, {"code", false}, {"property", false},
		{"value", false}, {"rows", true}, {"first id", true}};
	const json_t *findings = json_object_get(portal, "findings"), *finding;
	struct table t = {.columns = columns, .count = 6};
	size_t i;

	printf("\nportal %lld: %lld records would be sent, %lld of them refused\n",
		(long long)json_integer_value(json_object_get(portal, "portal")),
		(long long)json_integer_value(json_object_get(portal, "checked")),
		(long long)json_integer_value(json_object_get(portal, "refused")));
	json_array_foreach(findings, i, finding)
	{
		table_text(&t, json_string_value(json_object_get(finding, "activity")));
		table_text(&t, json_string_value(json_object_get(finding, "code")));
		table_text(&t, json_string_value(json_object_get(finding, "property")));
		table_text(&t, json_string_value(json_object_get(finding, "value")));
		table_number(&t, json_integer_value(json_object_get(finding, "rows")));
		table_number(&t, json_integer_value(json_object_get(finding, "first")));
	}
	if (i > 0)
		table_print(&t, stdout);
	table_clear(&t);
}

bool
answer_gates(struct context *c, struct invocation *in, json_t *portal, struct err *e)
{
	struct accounting a;

	if (portal != NULL && json_integer_value(json_object_get(portal, "refused")) > 0)
		in->status = STATUS_ROWS;
	if (!account_read(c->stage.db, &a, e) || !set_status(c->stage.db, in, &a, e))
		return false;
	if (in->json)
		return workspace_json(c, &a, "validate", portal, e);
	if (!print_gates(c->stage.db, true, e) || !print_all_evidence(c->stage.db, e))
		return false;
	if (portal != NULL)
		print_portal(portal);
	return true;
}
