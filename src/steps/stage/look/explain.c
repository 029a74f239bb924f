#include "steps/stage/look/explain.h"

#include "core/mem.h"
#include "core/text.h"
#include "rules/sql.h"
#include "rules/template.h"
#include "steps/stage/look/rejected.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct explain {
	struct stage *stage;
	struct query sources;
	const char *activity;
	int64_t id;
	bool show_values;
};

static json_t *
column_json(struct query *q, int i)
{
	switch (sqlite3_column_type(q->stmt, i)) {
	case SQLITE_INTEGER:
		return json_integer((json_int_t)query_int(q, i));
	case SQLITE_FLOAT:
		return json_real(query_real(q, i));
	case SQLITE_NULL:
		return json_null();
	default:
		return json_stringn(query_text(q, i), query_size(q, i));
	}
}

/* The value, or the number of its characters in place of a text that is not to be seen. */
static void
set_value(const struct explain *x, json_t *object, json_t *value, bool is_personal)
{
	if (is_personal && !x->show_values && json_is_string(value)) {
		json_object_set_new(object, "length",
			json_integer((json_int_t)text_length(json_string_value(value), json_string_length(value))));
		json_decref(value);
	} else {
		json_object_set_new(object, "value", value);
	}
}

/* The current row as an object. Of columns named value and is_personal the value is set as above. */
static json_t *
row_json(const struct explain *x, struct query *q)
{
	json_t *object = json_object();
	int last = sqlite3_column_count(q->stmt) - 1;
	bool hides = strcmp(sqlite3_column_name(q->stmt, last), "is_personal") == 0;

	for (int i = 0; i <= last - hides; i++)
		if (hides && strcmp(sqlite3_column_name(q->stmt, i), "value") == 0)
			set_value(x, object, column_json(q, i), query_int(q, last) != 0);
		else
			json_object_set_new(object, sqlite3_column_name(q->stmt, i), column_json(q, i));
	return object;
}

/* All rows of a statement whose parameter 1 is the id. */
static bool
add_rows(const struct explain *x, struct db *db, json_t *to, const char *name, const char *path, struct err *e)
{
	json_t *array = json_array();
	struct query q = {0};
	enum query_step step = QUERY_FAILED;
	bool ok = sql_query(&q, db, path, e);

	if (ok)
		query_bind_int(&q, 1, x->id);
	while (ok && (step = query_next(&q, e)) == QUERY_ROW)
		json_array_append_new(array, row_json(x, &q));
	query_close(&q);
	json_object_set_new(to, name, array);
	return step == QUERY_END;
}

static bool
say_missing(const struct explain *x, struct err *e)
{
	char *why = rejected_find(x->stage->dir, x->id);

	if (why == NULL)
		err_set(e, ERR_USAGE,
			"communication %lld is not in the workspace: no row that was loaded has that id, nor one of "
			"rejects.csv",
			(long long)x->id);
	else
		err_set(e, ERR_USAGE, "communication %lld is not in the workspace: its row was rejected: %s",
			(long long)x->id, why);
	free(why);
	return false;
}

/* The combination of codes, and x->activity. */
static bool
add_codes(struct explain *x, json_t *to, struct err *e)
{
	json_t *codes;

	if (!add_rows(x, x->stage->db, to, "codes", "src/steps/stage/look/sql/explain_codes.sql", e))
		return false;
	codes = json_array_get(json_object_get(to, "codes"), 0);
	if (codes == NULL)
		return say_missing(x, e);
	json_object_set(to, "codes", codes);
	x->activity = json_string_value(json_object_get(json_object_get(to, "codes"), "activity"));
	return true;
}

/* What columns.csv says of a column: source and rule into `object`. What it says nothing of counts as personal. */
static bool
find_source(struct explain *x, const char *column, json_t *object, bool *is_personal, struct err *e)
{
	enum query_step step;

	query_bind_text(&x->sources, 1, x->activity);
	query_bind_text(&x->sources, 2, column);
	step = query_next(&x->sources, e);
	*is_personal = step != QUERY_ROW || query_int(&x->sources, 2) != 0;
	if (step == QUERY_ROW && object != NULL) {
		json_object_set_new(object, "source", column_json(&x->sources, 0));
		json_object_set_new(object, "rule", column_json(&x->sources, 1));
	}
	query_reset(&x->sources);
	return step != QUERY_FAILED;
}

/* The row of the view. */
static bool
add_columns(struct explain *x, json_t *to, struct err *e)
{
	char *path = mem_format("src/steps/stage/sql/derive_select_%s.sql", x->activity);
	json_t *array = json_array();
	struct query q = {0};
	bool ok = sql_query(&q, x->stage->db, path, e), is_personal;

	if (ok) {
		query_bind_int(&q, 1, x->id);
		ok = query_next(&q, e) == QUERY_ROW;
	}
	for (int i = 0; ok && i < sqlite3_column_count(q.stmt); i++) {
		json_t *object = json_pack("{s:s}", "column", sqlite3_column_name(q.stmt, i));
		json_t *value = column_json(&q, i), *about = json_object();

		ok = find_source(x, sqlite3_column_name(q.stmt, i), about, &is_personal, e);
		set_value(x, object, value, is_personal);
		json_object_update(object, about);
		json_decref(about);
		json_array_append_new(array, object);
	}
	query_close(&q);
	free(path);
	json_object_set_new(to, "columns", array);
	return ok;
}

static const struct template_property *
find_property(const struct template *t, const char *name)
{
	for (size_t i = 0; i < t->property_count; i++)
		if (strcmp(t->properties[i].name, name) == 0)
			return &t->properties[i];
	return NULL;
}

/* Whether a property's value is to be hidden: when its column, or that of a side of the headers, is personal. */
static bool
is_property_personal(
	struct explain *x, const struct template_property *p, const char **column, bool *is_personal, struct err *e)
{
	*is_personal = false;
	*column = p == NULL ? NULL : p->form == FORM_EMAIL_HEADERS ? p->to.email : p->column;
	return *column == NULL || find_source(x, *column, NULL, is_personal, e);
}

static bool
add_properties(struct explain *x, const struct template *t, const json_t *payload, json_t *to, struct err *e)
{
	json_t *array = json_array(), *value;
	const char *name, *column;
	bool ok = true, is_personal;

	json_object_foreach(json_object_get(payload, "properties"), name, value)
	{
		const struct template_property *p = find_property(t, name);
		json_t *object = json_pack("{s:s}", "property", name);

		ok = ok && is_property_personal(x, p, &column, &is_personal, e);
		json_object_set_new(object, "column",
			json_string(p == NULL	     ? t->key_column
				    : column == NULL ? "-"
						     : column));
		set_value(x, object, json_incref(value), is_personal);
		json_array_append_new(array, object);
	}
	json_object_set_new(to, "properties", array);
	json_object_set(to, "associations", json_object_get(payload, "associations"));
	return ok;
}

/* The payload as it stands in the derivative table, property by property. */
static bool
add_payload(struct explain *x, json_t *to, struct err *e)
{
	static const char *const names[] = {"", "status", "hubspot_id", "pushed_at", "error"};
	struct template_set templates = {0};
	struct query q = {0};
	enum query_step step = QUERY_FAILED;
	bool ok = template_set_init(&templates, x->stage->rules, x->stage->settings, e) &&
		  sql_query(&q, x->stage->db, "src/steps/stage/look/sql/explain_payload.sql", e);

	json_object_set_new(to, "payload", json_null());
	if (ok) {
		query_bind_int(&q, 1, x->id);
		step = query_next(&q, e);
	}
	if (step == QUERY_ROW) {
		json_t *payload = json_loadb(query_null(&q, 0) ? "{}" : query_text(&q, 0),
			query_null(&q, 0) ? 2 : query_size(&q, 0), 0, NULL);
		json_t *object = json_object();

		for (int i = 1; i < 5; i++)
			json_object_set_new(object, names[i], column_json(&q, i));
		ok = add_properties(x, &templates.templates[activity_find(x->activity)], payload, object, e);
		json_object_set_new(to, "payload", object);
		json_decref(payload);
	}
	query_close(&q);
	template_set_clear(&templates);
	return ok && step != QUERY_FAILED;
}

/* A journal that cannot be read (in use, of another version) is said so, and takes nothing from the rest. */
static void
add_journal(struct explain *x, json_t *to, const char *path)
{
	static const struct db_identity identity = {.application_id = 0x4853504A, .user_version = 1};
	struct stat st;
	struct err trouble;
	struct db *db;

	json_object_set_new(to, "journal", json_array());
	if (path == NULL || stat(path, &st) != 0)
		return;
	db = db_open(path, DB_READ, &identity, &trouble);
	if (db == NULL || !add_rows(x, db, to, "journal", "src/steps/stage/look/sql/explain_journal.sql", &trouble))
		json_object_set_new(to, "journal_error", json_string(trouble.text));
	db_close(db);
}

static bool
add_file(struct explain *x, json_t *to, const struct reread_files *files, struct err *e)
{
	json_t *file = reread(x->stage, x->id, files, x->show_values, e);

	if (file != NULL)
		json_object_set_new(to, "file", file);
	return file != NULL;
}

json_t *
explain(struct stage *stage, int64_t id, const struct reread_files *files, bool show_values, const char *journal,
	struct err *e)
{
	struct explain x = {.stage = stage, .id = id, .show_values = show_values};
	struct db *db = stage->db;
	json_t *to = json_pack(
		"{s:I, s:s, s:b}", "id", (json_int_t)id, "rule_set", stage->rules->name, "show_values", show_values);
	bool ok = sql_query(&x.sources, db, "src/steps/stage/look/sql/explain_columns.sql", e) &&
		  add_rows(&x, db, to, "places", "src/steps/stage/look/sql/explain_place.sql", e) &&
		  add_codes(&x, to, e) && add_file(&x, to, files, e) &&
		  add_rows(&x, db, to, "rules", "src/steps/stage/look/sql/explain_rules.sql", e) &&
		  add_rows(&x, db, to, "filters", "src/steps/stage/look/sql/explain_filters.sql", e) &&
		  add_rows(&x, db, to, "source", "src/steps/stage/look/sql/explain_source.sql", e) &&
		  add_rows(&x, db, to, "references", "src/steps/stage/look/sql/explain_references.sql", e) &&
		  add_columns(&x, to, e) && add_payload(&x, to, e) &&
		  add_rows(&x, db, to, "findings", "src/steps/stage/look/sql/explain_findings.sql", e) &&
		  add_rows(&x, db, to, "hubspot", "src/steps/stage/look/sql/explain_hubspot.sql", e);

	query_close(&x.sources);
	if (ok) {
		add_journal(&x, to, journal);
	} else {
		json_decref(to);
		to = NULL;
	}
	return to;
}
