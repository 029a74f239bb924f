#include "steps/stage/report/data.h"

#include "core/mem.h"
#include "rules/embedded.h"
#include "rules/sql.h"
#include "steps/stage/account.h"
#include "steps/stage/report/lists.h"
#include "steps/stage/report/previous.h"
#include "steps/stage/report/private.h"
#include "steps/stage/report/rows.h"
#include "steps/stage/report/sample.h"
#include "steps/stage/report/tally.h"
#include "steps/stage/report/verdict.h"

#include <stdlib.h>
#include <string.h>

/* The parts that are a statement's answer, in the order of the document; `one`: its first row alone. */
static const struct {
	const char *member;
	bool one;
} parts[] = {
	{"steps", false},
	{"activities", false},
	{"associations", false},
	{"values", false},
	{"defaults", false},
	{"findings", false},
	{"unrecognised", false},
	{"moves", false},
	{"codes", false},
	{"resolution", false},
	{"unresolved", false},
	{"orphans", false},
	{"rejects", false},
	{"merges", false},
	{"months", false},
	{"hours", false},
	{"lengths", false},
	{"dates", false},
	{"placeholders", false},
	{"inputs", false},
	{"settings", true},
};

/* Puts a value that may be NULL, which is a failure. */
static bool
put(json_t *document, const char *member, json_t *value)
{
	return value != NULL && json_object_set_new(document, member, value) == 0;
}

static bool
put_head(struct stage *stage, json_t *document, struct err *e)
{
	json_t *run = report_row(stage->db, "src/steps/stage/report/sql/run.sql", e);

	if (run == NULL)
		return false;
	json_object_set_new(document, "document", json_string("data_quality_report"));
	json_object_set_new(document, "version", json_integer(REPORT_VERSION));
	json_object_set_new(document, "as_of", json_incref(json_object_get(run, "as_of")));
	json_object_set_new(document, "timezone", json_incref(json_object_get(run, "timezone")));
	json_object_set_new(document, "tool_version", json_incref(json_object_get(run, "tool_version")));
	json_object_set_new(document, "schema_version", json_incref(json_object_get(run, "schema_version")));
	json_object_set_new(document, "rules",
		json_pack("{s:O?, s:O?}", "name", json_object_get(run, "rule_set"), "sha256",
			json_object_get(run, "rule_set_sha256")));
	json_object_set_new(document, "shows_values", json_boolean(stage->show_values));
	json_object_set_new(document, "verdict", json_null()); /* its place; it follows from the rest */
	json_decref(run);
	return true;
}

static bool
put_accounting(struct stage *stage, json_t *document, struct err *e)
{
	struct accounting a;

	return account_read(stage->db, &a, e) && put(document, "accounting", account_json(&a));
}

/* The rows of the gate's check, as the report may show them. */
static bool
put_evidence(struct stage *stage, json_t *gate, struct err *e)
{
	char *path = mem_format("schema/checks/%s.sql", json_string_value(json_object_get(gate, "name")));
	json_t *rows = embedded_find(path) == NULL ? json_array() : report_rows(stage->db, path, e), *row;
	size_t i;

	json_array_foreach(rows, i, row) report_private(row, stage->show_values);
	free(path);
	return put(gate, "evidence", rows);
}

static bool
put_gates(struct stage *stage, json_t *document, struct err *e)
{
	json_t *gates = report_rows(stage->db, "src/steps/stage/report/sql/gates.sql", e), *gate;
	bool ok = put(document, "gates", gates);
	size_t i;

	if (ok)
		json_array_foreach(gates, i, gate)
		{
			bool passed = json_integer_value(json_object_get(gate, "passed")) != 0;

			json_object_set_new(gate, "passed", json_boolean(passed));
			ok = ok && (passed || put_evidence(stage, gate, e));
		}
	return ok;
}

static bool
put_parts(struct stage *stage, json_t *document, struct err *e)
{
	bool ok = true;

	for (size_t i = 0; ok && i < sizeof parts / sizeof parts[0]; i++) {
		char *path = mem_format("src/steps/stage/report/sql/%s.sql", parts[i].member);

		ok = put(document, parts[i].member,
			parts[i].one ? report_row(stage->db, path, e) : report_rows(stage->db, path, e));
		free(path);
	}
	return ok;
}

/* Takes out of the answers what can be personal: words in the columns of codes, ids and dates. */
static void
veil(struct stage *stage, json_t *document)
{
	json_t *row;
	size_t i;

	if (stage->show_values)
		return;
	json_array_foreach(json_object_get(document, "unrecognised"), i, row) report_private(row, false);
	json_array_foreach(json_object_get(document, "rejects"), i, row)
	{
		json_t *example = json_object_get(row, "example");
		char *veiled = report_veiled("reject_message", json_string_value(example), json_string_length(example));

		if (veiled != NULL)
			json_object_set_new(row, "example", json_string(veiled));
		free(veiled);
	}
}

static bool
put_counted(struct stage *stage, json_t *document, struct err *e)
{
	struct report_other other = {0};
	bool ok = report_other_open(&other, stage, e) && report_tally(stage, &other, e);

	if (ok)
		json_object_set_new(document, "other_rules",
			other.name == NULL ? json_null()
					   : json_pack("{s:s, s:s, s:b}", "name", other.name, "sha256", other.sha256,
						     "adds_action", other.adds_action));
	report_other_close(&other);
	return ok;
}

json_t *
report_data(struct stage *stage, const char *dir, struct err *e)
{
	json_t *document = json_object();
	bool ok = put_head(stage, document, e) && put_accounting(stage, document, e) && put_gates(stage, document, e) &&
		  put_counted(stage, document, e) && put_parts(stage, document, e);

	veil(stage, document);
	ok = ok && put(document, "sample", report_sample(stage, e)) &&
	     put(document, "lists", report_lists(stage, dir, e)) && report_previous(stage, document, e) &&
	     put(document, "verdict", report_verdict(document));

	if (!ok) {
		json_decref(document);
		document = NULL;
	}
	return document;
}
