/* explain: one communication, from its bytes to HubSpot. The words for what steps/stage/look/explain.h finds. */
#include "cli/commands.h"

#include "cli/answers.h"
#include "cli/table.h"
#include "cli/words.h"
#include "core/file.h"
#include "core/mem.h"
#include "core/number.h"
#include "steps/stage/look/explain.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool show_values;

const struct option explain_options[] = {
	{.name = "show-values", .flag = &show_values, .summary = "print names, addresses, subjects and texts too"},
	{.inherit = context_reading_options, .summary = "How to read the row again, where not as it was loaded"}, {0}};

static const char *
text_of(const json_t *object, const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));

	return text == NULL ? "-" : text;
}

/* A member as a cell: a text, a number, yes or no, "-" for null; "(12 characters)" where only the length is there. */
static void
add_cell(struct table *t, const json_t *object, const char *name)
{
	const json_t *value = json_object_get(object, name), *length = json_object_get(object, "length");
	char *text;

	if (value == NULL && strcmp(name, "cell") == 0)
		length = json_object_get(object, "cell_length");
	else if (value == NULL && strcmp(name, "loaded") == 0)
		length = json_object_get(object, "loaded_length");
	else if (strcmp(name, "value") != 0)
		length = NULL;
	if (value == NULL && length != NULL)
		text = mem_format("(%" JSON_INTEGER_FORMAT " characters)", json_integer_value(length));
	else if (json_is_string(value))
		text = mem_text(json_string_value(value));
	else if (json_is_integer(value))
		text = mem_format("%" JSON_INTEGER_FORMAT, json_integer_value(value));
	else if (json_is_real(value))
		text = mem_format("%.17g", json_real_value(value));
	else
		text = mem_text("-");
	table_text(t, text);
	free(text);
}

/* An array of objects under a heading, if any; nothing when it is empty. Names are those of the columns, ended by
 * NULL. */
static void
print_array(const char *heading, const json_t *array, const char *const *names)
{
	struct table_column columns[8];
	struct table t = {.columns = columns};
	const json_t *object;
	size_t i;

	if (json_array_size(array) == 0)
		return;
	for (; names[t.count] != NULL; t.count++)
		columns[t.count] = (struct table_column){.head = names[t.count]};
	json_array_foreach(array, i, object)
	{
		for (int k = 0; k < t.count; k++)
			add_cell(&t, object, names[k]);
	}
	if (heading != NULL)
		printf("\n%s\n", heading);
	table_print(&t, stdout);
	table_clear(&t);
}

static void
print_places(const json_t *it)
{
	const json_t *place;
	size_t i;

	printf("communication %" JSON_INTEGER_FORMAT ", rule set %s\n", json_integer_value(json_object_get(it, "id")),
		text_of(it, "rule_set"));
	json_array_foreach(json_object_get(it, "places"), i, place)
	{
		json_int_t offset = json_integer_value(json_object_get(place, "byte_offset"));
		json_int_t size = json_integer_value(json_object_get(place, "byte_length"));

		printf("%s: %s:%" JSON_INTEGER_FORMAT ", bytes %" JSON_INTEGER_FORMAT " to %" JSON_INTEGER_FORMAT "\n",
			text_of(place, "row"), text_of(place, "file"),
			json_integer_value(json_object_get(place, "line")), offset, offset + size - 1);
	}
}

static bool
has_member(const json_t *array, const char *name, const char *other)
{
	const json_t *object;
	size_t i;

	json_array_foreach(array, i, object)
	{
		if (json_object_get(object, name) != NULL || json_object_get(object, other) != NULL)
			return true;
	}
	return false;
}

/* The row as it stands in its file, and what becomes of each cell; `loaded` where the workspace has another value. */
static void
print_file(const json_t *file)
{
	static const char *const cells[] = {"header", "cell", NULL};
	static const char *const names[] = {"header", "cell", "value", NULL};
	static const char *const both[] = {"header", "cell", "value", "loaded", NULL};
	const json_t *columns = json_object_get(file, "columns"), *rejected = json_object_get(file, "rejected"),
		     *option;
	size_t i;

	if (!json_is_object(file))
		return;
	printf("\nread again from %s:", text_of(file, "file"));
	json_array_foreach(json_object_get(file, "as"), i, option)
	{
		const char *value = text_of(option, "value"), *quote = value[1] == '\0' ? "'" : "";

		printf("%s %s %s%s%s%s", i == 0 ? "" : ",", text_of(option, "option"), quote, value, quote,
			json_is_true(json_object_get(option, "told")) ? " (told now)" : "");
	}
	puts("");
	if (json_object_get(file, "error") != NULL)
		printf("the row cannot be read: %s\n", text_of(file, "error"));
	if (json_is_object(rejected))
		printf("read like this it is rejected: %s: %s: %s\n", text_of(rejected, "column"),
			text_of(rejected, "code"), text_of(rejected, "message"));
	print_array(NULL, columns,
		json_is_object(rejected)			 ? cells
		: has_member(columns, "loaded", "loaded_length") ? both
								 : names);
}

/* The rule that fired, those that would have, and how many do not match. */
static void
print_rules(const json_t *it)
{
	const json_t *codes = json_object_get(it, "codes"), *rules = json_object_get(it, "rules"), *rule;
	size_t i, others = 0;

	if (json_is_null(json_object_get(codes, "rule")))
		printf("\nno rule fires: %s, and held\n", text_of(codes, "activity"));
	else
		printf("\nrule %" JSON_INTEGER_FORMAT " fires: %s (%s)\n",
			json_integer_value(json_object_get(codes, "rule")), text_of(codes, "activity"),
			text_of(codes, "reason"));
	json_array_foreach(rules, i, rule)
	{
		if (strcmp(text_of(rule, "outcome"), "later") == 0)
			printf("rule %" JSON_INTEGER_FORMAT " loses: %s; %s\n",
				json_integer_value(json_object_get(rule, "rule")), text_of(rule, "activity"),
				text_of(rule, "why"));
		else if (strcmp(text_of(rule, "outcome"), "no") == 0)
			others++;
	}
	printf("%zu of %zu rules do not match (-v lists them)\n", others, json_array_size(rules));
	printf("decision: %s", text_of(codes, "decision"));
	if (json_is_string(json_object_get(codes, "decision_code")))
		printf(", %s: %s", text_of(codes, "decision_code"), text_of(codes, "decision_reason"));
	if (json_is_string(json_object_get(codes, "error")))
		printf("; in error: %s", text_of(codes, "error"));
	puts("");
}

static void
print_codes(const json_t *it)
{
	static const char *const names[] = {
		"type", "action", "status", "priority", "direction", "activity_status", NULL};
	json_t *one = json_pack("[O]", json_object_get(it, "codes"));

	print_array("codes", one, names);
	json_decref(one);
}

static void
print_payload(const json_t *it)
{
	static const char *const properties[] = {"property", "value", "column", NULL};
	const json_t *payload = json_object_get(it, "payload"), *association;
	size_t i;

	if (json_is_null(payload)) {
		puts("\nno derived row: no payload");
		return;
	}
	print_array("payload", json_object_get(payload, "properties"), properties);
	json_array_foreach(json_object_get(payload, "associations"), i, association)
	{
		const json_t *type = json_array_get(json_object_get(association, "types"), 0);

		printf("%s %s (type %" JSON_INTEGER_FORMAT ")", i == 0 ? "associated with" : ",",
			text_of(json_object_get(association, "to"), "id"),
			json_integer_value(json_object_get(type, "associationTypeId")));
	}
	printf("%spush status: %s\n", i > 0 ? "\n" : "", text_of(payload, "status"));
}

static void
print_explained(const json_t *it, bool all_rules)
{
	static const char *const rules[] = {"rule", "activity", "outcome", "why", NULL};
	static const char *const filters[] = {"filter", "code", "decision", "parameter", "reason", NULL};
	static const char *const source[] = {"column", "value", NULL};
	static const char *const references[] = {"row", "entity", "legacy_id", "hubspot_id", "state", NULL};
	static const char *const columns[] = {"column", "value", "source", "rule", NULL};
	static const char *const findings[] = {"kind", "code", "property", "message", NULL};
	static const char *const hubspot[] = {"source", "activity", "status", "hubspot_id", "pushed_at", "error", NULL};
	static const char *const journal[] = {
		"activity", "action", "state", "hubspot_id", "tries", "sent_at", "http_status", "error", NULL};

	print_places(it);
	print_file(json_object_get(it, "file"));
	print_codes(it);
	print_rules(it);
	if (all_rules)
		print_array("rules", json_object_get(it, "rules"), rules);
	print_array("filters", json_object_get(it, "filters"), filters);
	print_array("source", json_object_get(it, "source"), source);
	print_array("references", json_object_get(it, "references"), references);
	print_array("derived", json_object_get(it, "columns"), columns);
	print_payload(it);
	print_array("findings", json_object_get(it, "findings"), findings);
	print_array("HubSpot", json_object_get(it, "hubspot"), hubspot);
	print_array("push journal", json_object_get(it, "journal"), journal);
	if (json_object_get(it, "journal_error") != NULL)
		printf("\npush journal: %s\n", text_of(it, "journal_error"));
}

bool
explain_command(struct context *c, struct invocation *in, struct err *e)
{
	const char *text = in->operands[0];
	struct reread_files files = {(const char *const *)in->operands + 1, in->operand_count - 1};
	char *journal = file_join(c->workspace->dir, "push.db");
	int32_t id;
	json_t *it = NULL;
	bool ok = context_take_inputs(c, in, e);

	if (ok && number_int32(text, strlen(text), false, &id) != NUMBER_GOOD)
		err_set(e, ERR_USAGE, "'%s' is no communication id", text);
	else if (ok)
		it = explain(&c->stage, id, &files, show_values, journal, e);
	ok = it != NULL;
	if (ok && json_is_null(json_object_get(it, "file")) && context_told_reading(c))
		words_note("the file of the row is not here, so that it cannot be read again: name it behind the id");
	if (ok && in->json) {
		ok = answer_json("explain", it, e);
	} else if (ok) {
		print_explained(it, in->verbose);
		json_decref(it);
	}
	free(journal);
	return ok;
}
