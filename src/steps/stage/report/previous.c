#include "steps/stage/report/previous.h"

#include "core/mem.h"
#include "rules/sql.h"

#include <stdlib.h>
#include <string.h>

/* What is kept of a run, as its report has it. */
static json_t *
result_of(const json_t *document)
{
	static const char *const members[] = {
		"as_of", "tool_version", "rules", "inputs", "accounting", "activities", "gates"};
	json_t *result = json_object(), *gates;
	json_t *gate;
	size_t i;

	for (i = 0; i < sizeof members / sizeof members[0]; i++)
		json_object_set_new(result, members[i], json_deep_copy(json_object_get(document, members[i])));
	gates = json_object_get(result, "gates");
	json_array_foreach(gates, i, gate) json_object_del(gate, "evidence");
	return result;
}

/* Workspaces that are older than the table get it. */
static bool
make_table(struct stage *stage, struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&q, stage->db, "src/steps/stage/sql/has_table.sql", e), there = false;

	if (ok) {
		query_bind_text(&q, 1, "run_result");
		ok = query_next(&q, e) == QUERY_ROW;
		there = ok && query_int(&q, 0) != 0;
	}
	query_close(&q);
	return ok && (there || sql_run(stage->db, "schema/tables/13_run_result.sql", e));
}

static bool
store(struct stage *stage, const char *text, struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&q, stage->db, "src/steps/stage/report/sql/store_result.sql", e);

	if (ok) {
		query_bind_text(&q, 1, text);
		ok = query_run(&q, e);
	}
	query_close(&q);
	return ok;
}

/* *previous: the result of the last run that differs; NULL when there is none. */
static bool
find_previous(struct stage *stage, const char *text, json_t **previous, struct err *e)
{
	struct query q = {0};
	enum query_step step = QUERY_FAILED;

	*previous = NULL;
	if (sql_query(&q, stage->db, "src/steps/stage/report/sql/previous_result.sql", e)) {
		query_bind_text(&q, 1, text);
		step = query_next(&q, e);
		if (step == QUERY_ROW)
			*previous = json_loadb(query_text(&q, 0), query_size(&q, 0), 0, NULL);
	}
	query_close(&q);
	return step != QUERY_FAILED;
}

static void
add_change(json_t *changes, const char *what, json_t *before, json_t *now)
{
	if (before == NULL || now == NULL || json_equal(before, now))
		return;
	json_array_append_new(changes, json_pack("{s:s, s:O, s:O}", "what", what, "before", before, "now", now));
}

/* Each number of an object, its name behind `what`. */
static void
compare_numbers(json_t *changes, const char *what, const json_t *before, json_t *now)
{
	const char *member;
	json_t *value;

	json_object_foreach(now, member, value)
	{
		char *name = mem_format("%s%s%s", what, what[0] == '\0' ? "" : ": ", member);

		if (json_is_number(value))
			add_change(changes, name, json_object_get(before, member), value);
		free(name);
	}
}

static const json_t *
find_by(const json_t *array, const char *member, const char *name)
{
	const json_t *one;
	size_t i;

	json_array_foreach(array, i, one)
	{
		const char *own = json_string_value(json_object_get(one, member));

		if (own != NULL && strcmp(own, name) == 0)
			return one;
	}
	return NULL;
}

static void
compare_arrays(json_t *changes, const char *by, const json_t *before, const json_t *now, const char *only)
{
	const json_t *one;
	size_t i;

	json_array_foreach(now, i, one)
	{
		const char *name = json_string_value(json_object_get(one, by));
		const json_t *other = find_by(before, by, name);

		add_change(changes, name, json_object_get(other, only), json_object_get(one, only));
	}
}

/* The input of the same kind and the same place within its kind as input `at` of `inputs`; NULL when there is none. */
static const json_t *
same_input(const json_t *inputs, size_t at, const json_t *others)
{
	const json_t *kind = json_object_get(json_array_get(inputs, at), "kind"), *one;
	int before = 0;
	size_t i;

	for (i = 0; i < at; i++)
		before += json_equal(kind, json_object_get(json_array_get(inputs, i), "kind"));
	json_array_foreach(others, i, one)
	{
		if (json_equal(kind, json_object_get(one, "kind")) && before-- == 0)
			return one;
	}
	return NULL;
}

/* A file is the same when its bytes are, whatever it is called. */
static void
compare_inputs(json_t *changes, const json_t *before, const json_t *now)
{
	const json_t *one;
	size_t i;

	json_array_foreach(now, i, one)
	{
		const json_t *other = same_input(now, i, before);
		bool same_name = json_equal(json_object_get(other, "name"), json_object_get(one, "name"));
		char *what = mem_format("input %s", json_string_value(json_object_get(one, "kind")));

		if (other == NULL)
			add_change(changes, what, json_null(), json_object_get(one, "name"));
		else if (!json_equal(json_object_get(other, "sha256"), json_object_get(one, "sha256")))
			add_change(changes, what, json_object_get(other, same_name ? "sha256" : "name"),
				json_object_get(one, same_name ? "sha256" : "name"));
		free(what);
	}
	json_array_foreach(before, i, one)
	{
		char *what = mem_format("input %s", json_string_value(json_object_get(one, "kind")));

		if (same_input(before, i, now) == NULL)
			add_change(changes, what, json_object_get(one, "name"), json_null());
		free(what);
	}
}

static json_t *
changes_between(const json_t *before, const json_t *now)
{
	json_t *changes = json_array();

	add_change(changes, "as of", json_object_get(before, "as_of"), json_object_get(now, "as_of"));
	add_change(changes, "version", json_object_get(before, "tool_version"), json_object_get(now, "tool_version"));
	add_change(changes, "rule set", json_object_get(json_object_get(before, "rules"), "name"),
		json_object_get(json_object_get(now, "rules"), "name"));
	add_change(changes, "rule set's sha256", json_object_get(json_object_get(before, "rules"), "sha256"),
		json_object_get(json_object_get(now, "rules"), "sha256"));
	compare_inputs(changes, json_object_get(before, "inputs"), json_object_get(now, "inputs"));
	compare_numbers(changes, "", json_object_get(before, "accounting"), json_object_get(now, "accounting"));
	compare_arrays(
		changes, "activity", json_object_get(before, "activities"), json_object_get(now, "activities"), "rows");
	compare_arrays(changes, "title", json_object_get(before, "gates"), json_object_get(now, "gates"), "value");
	return changes;
}

bool
report_previous(struct stage *stage, json_t *document, struct err *e)
{
	json_t *result = result_of(document), *previous = NULL;
	char *text = json_dumps(result, JSON_COMPACT | JSON_PRESERVE_ORDER | JSON_REAL_PRECISION(15));
	bool ok = make_table(stage, e) && find_previous(stage, text, &previous, e) && store(stage, text, e);

	if (ok) {
		json_object_set_new(document, "previous",
			previous == NULL
				? json_null()
				: json_pack("{s:O?, s:O?, s:O?, s:O?}", "as_of", json_object_get(previous, "as_of"),
					  "tool_version", json_object_get(previous, "tool_version"), "rules",
					  json_object_get(previous, "rules"), "inputs",
					  json_object_get(previous, "inputs")));
		json_object_set_new(
			document, "changes", previous == NULL ? json_array() : changes_between(previous, result));
	}
	json_decref(previous);
	json_decref(result);
	free(text);
	return ok;
}
