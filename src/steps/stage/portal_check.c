#include "steps/stage/portal_check.h"

#include "core/buf.h"
#include "core/file.h"
#include "core/mem.h"
#include "rules/sql.h"
#include "rules/template.h"

#include <stdlib.h>
#include <string.h>

enum { SNAPSHOT_MAX = 64 << 20, VALUES_MAX = 10000, VALUE_MAX = 200 };

struct check {
	json_t *root, *owners; /* the snapshot; owner id -> is it archived */
	json_t *types;	       /* type -> property -> {property, options: value -> true} */
	json_t *findings;      /* key -> finding */
	const char *activity;
	const json_t *properties; /* of types */
	int64_t checked, refused;
	int64_t id; /* of the line */
	bool is_update, is_refused;
};

static json_t *
read_snapshot(const char *file, struct err *e)
{
	struct buf text = {0};
	json_t *root = NULL;
	const char *document;

	if (file_read(file, SNAPSHOT_MAX, &text, e)) {
		root = json_loadb(text.size == 0 ? "" : text.bytes, text.size, 0, NULL);
		document = json_string_value(json_object_get(root, "document"));
		if (document == NULL || strcmp(document, "portal") != 0 ||
			json_integer_value(json_object_get(root, "version")) != 1 ||
			!json_is_object(json_object_get(root, "types"))) {
			json_decref(root);
			root = NULL;
			err_set(e, ERR_INPUT, "%s is no snapshot of a portal; hubstage-push snapshot writes one", file);
		}
	}
	buf_clear(&text);
	return root;
}

static json_t *
index_options(const json_t *property)
{
	json_t *options = json_object();
	const json_t *one;
	size_t i;

	json_array_foreach(json_object_get(property, "options"), i, one)
	{
		if (json_is_string(one))
			json_object_set_new(options, json_string_value(one), json_true());
	}
	return options;
}

/* Lists become objects, to be looked up. */
static void
index_snapshot(struct check *c)
{
	json_t *one, *type;
	const char *name;
	size_t i;

	json_object_foreach(json_object_get(c->root, "types"), name, type)
	{
		json_t *properties = json_object();

		json_array_foreach(json_object_get(type, "properties"), i, one)
		{
			const char *property = json_string_value(json_object_get(one, "name"));

			if (property != NULL)
				json_object_set_new(properties, property,
					json_pack("{s:O, s:o}", "property", one, "options", index_options(one)));
		}
		json_object_set_new(c->types, name, properties);
	}
	json_array_foreach(json_object_get(c->root, "owners"), i, one)
	{
		json_t *id = json_object_get(one, "id");

		if (json_is_string(id) && !json_is_false(json_object_get(c->owners, json_string_value(id))))
			json_object_set_new(c->owners, json_string_value(id),
				json_boolean(json_is_true(json_object_get(one, "archived"))));
	}
}

static void
find(struct check *c, const char *code, const char *property, const char *value)
{
	bool shown = value != NULL && strlen(value) <= VALUE_MAX && json_object_size(c->findings) < VALUES_MAX;
	char *key = mem_format("%s %s %s %s", c->activity, code, property, shown ? value : "");
	json_t *finding = json_object_get(c->findings, key);
	json_int_t rows = json_integer_value(json_object_get(finding, "rows"));

	if (finding == NULL) {
		finding = json_pack("{s:s, s:s, s:s, s:o, s:i, s:I}", "activity", c->activity, "code", code, "property",
			property, "value", shown ? json_string(value) : json_null(), "rows", 0, "first",
			(json_int_t)c->id);
		json_object_set_new(c->findings, key, finding);
	}
	json_object_set_new(finding, "rows", json_integer(rows + 1));
	c->is_refused = true;
	free(key);
}

/* The first value that is none of the options; free() it. NULL: all are. */
static char *
stranger(const json_t *options, const char *value, bool many)
{
	for (size_t size; *value != '\0'; value += size + (value[size] == ';')) {
		char *one;

		size = many ? strcspn(value, ";") : strlen(value);
		one = mem_format("%.*s", (int)size, value);
		if (json_object_get(options, one) == NULL)
			return one;
		free(one);
	}
	return NULL;
}

static bool
is_type(const json_t *property, const char *name, const char *want)
{
	const char *text = json_string_value(json_object_get(property, name));

	return text != NULL && strcmp(text, want) == 0;
}

static void
check_value(struct check *c, const char *name, const char *value)
{
	const json_t *entry = json_object_get(c->properties, name), *property = json_object_get(entry, "property");
	const json_t *options = json_object_get(entry, "options"), *owner;
	char *wrong;

	if (entry == NULL) {
		find(c, "PROPERTY_DOESNT_EXIST", name, NULL);
	} else if (json_is_true(json_object_get(property, "read_only"))) {
		find(c, "READ_ONLY_VALUE", name, NULL);
	} else if (strcmp(name, "hubspot_owner_id") == 0) {
		owner = json_object_get(c->owners, value);
		if (value[0] != '\0' && !json_is_false(owner))
			find(c, "INVALID_OWNER_ID", name, value);
	} else if (is_type(property, "type", "enumeration") &&
		   (json_object_size(options) > 0 || json_is_false(json_object_get(property, "external_options")))) {
		wrong = stranger(options, value, is_type(property, "field_type", "checkbox"));
		if (wrong != NULL)
			find(c, "INVALID_OPTION", name, wrong);
		free(wrong);
	}
}

static void
check_line(struct check *c, const json_t *line)
{
	const json_t *properties = json_object_get(line, "properties"), *one, *type;
	const char *name, *value;
	size_t i;

	c->is_refused = false;
	c->id = json_string_value(json_object_get(line, "objectWriteTraceId")) == NULL
			? 0
			: strtoll(json_string_value(json_object_get(line, "objectWriteTraceId")), NULL, 10);
	json_object_foreach((json_t *)properties, name, one)
	{
		value = json_string_value(one);
		check_value(c, name, value == NULL ? "" : value);
	}
	type = json_object_get(json_object_get(c->root, "types"), c->activity);
	json_array_foreach(json_object_get(type, "required"), i, one)
	{
		name = json_string_value(one);
		value = name == NULL ? NULL : json_string_value(json_object_get(properties, name));
		if (name != NULL && !c->is_update && (value == NULL || value[0] == '\0'))
			find(c, "MISSING_REQUIRED_PROPERTY", name, NULL);
	}
	c->checked++;
	c->refused += c->is_refused;
}

/* The lines of one type, as payloads would write them. */
static bool
check_type(struct check *c, struct stage *stage, int activity, struct err *e)
{
	char *path = mem_format("src/steps/stage/sql/payloads_%s.sql", activity_names[activity]);
	struct query q = {0};
	enum query_step step = QUERY_FAILED;

	c->activity = activity_names[activity];
	c->properties = json_object_get(c->types, c->activity);
	if (sql_query(&q, stage->db, path, e))
		while ((step = query_next(&q, e)) == QUERY_ROW) {
			json_t *line =
				query_null(&q, 1) ? NULL : json_loadb(query_text(&q, 1), query_size(&q, 1), 0, NULL);

			c->is_update = query_int(&q, 0) != 0;
			check_line(c, line);
			json_decref(line);
		}
	query_close(&q);
	free(path);
	return step == QUERY_END;
}

static json_t *
answer(const struct check *c, const char *file)
{
	json_t *findings = json_array(), *finding, *taken = json_object_get(c->root, "taken_at");
	const char *key;

	json_object_foreach(c->findings, key, finding) json_array_append(findings, finding);
	return json_pack("{s:s, s:I, s:O, s:I, s:I, s:o}", "file", file, "portal",
		json_integer_value(json_object_get(c->root, "portal")), "taken_at", taken == NULL ? json_null() : taken,
		"checked", (json_int_t)c->checked, "refused", (json_int_t)c->refused, "findings", findings);
}

json_t *
portal_check(struct stage *stage, const char *file, struct err *e)
{
	struct check c = {.root = read_snapshot(file, e)};
	json_t *result = NULL;
	bool ok = c.root != NULL;

	if (!ok)
		return NULL;
	c.owners = json_object();
	c.types = json_object();
	c.findings = json_object();
	index_snapshot(&c);
	for (int i = 0; ok && i < ACTIVITIES; i++)
		ok = check_type(&c, stage, i, e);
	if (ok)
		result = answer(&c, file);
	json_decref(c.findings);
	json_decref(c.types);
	json_decref(c.owners);
	json_decref(c.root);
	return result;
}
