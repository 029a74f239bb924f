#include "steps/stage/report/verdict.h"

#include "steps/stage/report/layout.h"
#include "steps/stage/report/next.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static json_int_t
number(const json_t *object, const char *member)
{
	return json_integer_value(json_object_get(object, member));
}

static const char *
text(const json_t *object, const char *member)
{
	const char *value = json_string_value(json_object_get(object, member));

	return value == NULL ? "" : value;
}

static void
add_steps(const json_t *document, json_t *obstacles)
{
	const json_t *step;
	size_t i;

	json_array_foreach(json_object_get(document, "steps"), i, step)
	{
		const char *state = text(step, "state");
		char words[200];

		if (strcmp(state, "done") == 0)
			continue;
		snprintf(words, sizeof words, "the step %s is %s", text(step, "step"),
			strcmp(state, "stale") == 0 ? "out of date" : "not done");
		json_array_append_new(obstacles, json_pack("{s:s, s:s}", "text", words, "section", "about"));
	}
}

static void
add_gates(const json_t *document, const char *level, json_t *to)
{
	const json_t *gate;
	size_t i;

	json_array_foreach(json_object_get(document, "gates"), i, gate)
	{
		struct buf words = {0};

		if (json_is_true(json_object_get(gate, "passed")) || strcmp(text(gate, "level"), level) != 0)
			continue;
		buf_format(&words, "%s: ", text(gate, "title"));
		report_quantity(&words, json_object_get(gate, "value"), text(gate, "unit"));
		buf_text(&words, ", must be ");
		report_must(&words, gate);
		json_array_append_new(to, json_pack("{s:s, s:s}", "text", words.bytes, "section", "gates"));
		buf_clear(&words);
	}
}

static void
add_rows(const json_t *accounting, json_t *remarks)
{
	static const struct {
		const char *member, *one, *many, *section;
	} kinds[] = {
		{"rejected", "record was rejected and did not load", "records were rejected and did not load",
			"rejects"},
		{"error", "communication is in error and was not derived",
			"communications are in error and were not derived", "findings"},
		{"held", "communication is derived and held back", "communications are derived and held back",
			"findings"},
		{"skipped", "communication is skipped by a rule or setting",
			"communications are skipped by a rule or setting", "findings"},
		{"vanished", "communication is in HubSpot and no longer in the source",
			"communications are in HubSpot and no longer in the source", "changes"},
	};

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		json_int_t rows = number(accounting, kinds[i].member);

		if (rows > 0)
			json_array_append_new(remarks,
				json_pack("{s:I, s:s, s:s}", "rows", rows, "text",
					rows == 1 ? kinds[i].one : kinds[i].many, "section", kinds[i].section));
	}
}

/* Rows whose codes mean another type to a rule of the other set, which looks at Comm_Action as well: Comm_Type and
 * Comm_Action contradict each other. */
static void
add_moves(const json_t *document, json_t *remarks)
{
	const json_t *move;
	json_int_t rows = 0;
	char words[200];
	size_t i;

	if (!json_is_true(json_object_get(json_object_get(document, "other_rules"), "adds_action")))
		return;
	json_array_foreach(json_object_get(document, "moves"), i, move) rows += number(move, "by_rule");
	if (rows == 0)
		return;
	snprintf(words, sizeof words, "%s of another type by the rule set %s",
		rows == 1 ? "communication is" : "communications are",
		text(json_object_get(document, "other_rules"), "name"));
	json_array_append_new(remarks, json_pack("{s:I, s:s, s:s}", "rows", rows, "text", words, "section", "codes"));
}

json_t *
report_verdict(const json_t *document)
{
	const json_t *accounting = json_object_get(document, "accounting");
	json_t *obstacles = json_array(), *remarks = json_array();
	const char *state;

	add_steps(document, obstacles);
	add_gates(document, "gate", obstacles);
	if (number(accounting, "new") + number(accounting, "changed") == 0)
		json_array_append_new(
			obstacles, json_pack("{s:s, s:s}", "text", "there is nothing to send", "section", "flow"));
	add_rows(accounting, remarks);
	add_gates(document, "warning", remarks);
	add_moves(document, remarks);
	state = json_array_size(obstacles) > 0 ? "not_ready"
		: json_array_size(remarks) > 0 ? "ready_with_remarks"
					       : "ready";
	return json_pack("{s:s, s:o, s:o, s:o}", "state", state, "obstacles", obstacles, "remarks", remarks, "next",
		report_next(document, json_array_size(obstacles) == 0));
}
