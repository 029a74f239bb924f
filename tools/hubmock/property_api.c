#include "property_api.h"

#include "batch.h"
#include "date.h"

#include "core/mem.h"
#include "core/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static void
member(struct buf *to, const char *name, const char *text)
{
	buf_format(to, "\"%s\":\"", name);
	buf_json(to, text, strlen(text));
	buf_char(to, '"');
}

static void
flag(struct buf *to, const char *name, bool yes)
{
	buf_format(to, "\"%s\":%s,", name, yes ? "true" : "false");
}

static void
write_options(const struct property *p, struct buf *to)
{
	const char *at = p->options;
	struct slice value, label;

	buf_text(to, "\"options\":[");
	for (int n = 0; at != NULL && property_next_option(&at, &value, &label); n++) {
		buf_text(to, n == 0 ? "{\"label\":\"" : ",{\"label\":\"");
		buf_json(to, label.bytes, label.size);
		buf_text(to, "\",\"value\":\"");
		buf_json(to, value.bytes, value.size);
		buf_format(to, "\",\"displayOrder\":%d,\"hidden\":false}", n);
	}
	buf_text(to, "],");
}

void
property_write(const struct mock *m, const struct property *p, struct buf *to)
{
	bool custom = (p->flags & PROPERTY_CUSTOM) != 0, read_only = (p->flags & PROPERTY_READ_ONLY) != 0;
	int64_t made = p->created != 0 ? p->created : m->clock.started / 1000 - INT64_C(86400000) * 365;

	buf_text(to, "{\"updatedAt\":\"");
	date_write(to, made, false);
	buf_text(to, "\",\"createdAt\":\"");
	date_write(to, made, false);
	buf_text(to, "\",");
	member(to, "name", p->name);
	buf_char(to, ',');
	member(to, "label", p->label);
	buf_format(to, ",\"type\":\"%s\",", property_type(p));
	member(to, "fieldType", p->field);
	buf_char(to, ',');
	member(to, "description", p->description);
	buf_char(to, ',');
	member(to, "groupName", p->group);
	buf_char(to, ',');
	write_options(p, to);
	if (p->kind == KIND_OWNER)
		buf_text(to, "\"referencedObjectType\":\"OWNER\",");
	buf_text(to, "\"displayOrder\":-1,");
	flag(to, "calculated", (p->flags & PROPERTY_CALCULATED) != 0);
	flag(to, "externalOptions", p->kind == KIND_OWNER);
	flag(to, "archived", (p->flags & PROPERTY_ARCHIVED) != 0);
	flag(to, "hasUniqueValue", (p->flags & PROPERTY_UNIQUE) != 0);
	flag(to, "hidden", (p->flags & PROPERTY_HIDDEN) != 0);
	flag(to, "hubspotDefined", !custom);
	buf_format(to,
		"\"modificationMetadata\":{\"archivable\":%s,\"readOnlyDefinition\":%s,\"readOnlyValue\":%s},"
		"\"formField\":false,\"dataSensitivity\":\"non_sensitive\"}",
		custom ? "true" : "false", custom ? "false" : "true", read_only ? "true" : "false");
}

/* Contacts and their like have no properties here. */
static const struct property_set *
set_of(const struct mock *m, enum type type)
{
	static const struct property_set none = {.count = 0};

	return type < TYPE_ACTIVITIES ? &m->properties.of[type] : &none;
}

void
property_list(struct mock *m, const struct request *r, struct answer *a)
{
	const struct property_set *s = set_of(m, r->type);
	const char *arg = request_arg(r, "archived");
	bool archived = arg != NULL && strcmp(arg, "true") == 0, any = false;

	answer_restart(a, 200, answer_json);
	buf_text(&a->body, "{\"results\":[");
	for (int i = 0; i < s->count; i++) {
		const struct property *p = &s->list[s->order[i]];

		if (((p->flags & PROPERTY_ARCHIVED) != 0) != archived)
			continue;
		buf_text(&a->body, any ? "," : "");
		property_write(m, p, &a->body);
		any = true;
	}
	buf_text(&a->body, "]}");
}

/* The property that the path names; NULL with an answer. */
static struct property *
of_path(struct mock *m, const struct request *r, struct answer *a)
{
	struct property_set *s = r->type < TYPE_ACTIVITIES ? &m->properties.of[r->type] : NULL;
	int n = s == NULL ? PROPERTY_NONE : property_find(s, r->id.bytes, r->id.size);
	struct problem p = {0};

	if (n != PROPERTY_NONE)
		return &s->list[n];
	problem_set(&p, 404, "OBJECT_NOT_FOUND", "Property \"%.*s\" does not exist for object type %s", (int)r->id.size,
		r->id.bytes, type_names[r->type].id);
	problem_answer(&p, &m->random, a);
	problem_clear(&p);
	return NULL;
}

void
property_get(struct mock *m, const struct request *r, struct answer *a)
{
	const struct property *p = of_path(m, r, a);

	if (p == NULL)
		return;
	answer_restart(a, 200, answer_json);
	property_write(m, p, &a->body);
}

void
property_archive(struct mock *m, const struct request *r, struct answer *a)
{
	struct property *p = of_path(m, r, a);

	if (p == NULL)
		return;
	if ((p->flags & PROPERTY_CUSTOM) == 0) {
		problem_refuse(&m->random, a, 400, "VALIDATION_ERROR", "A HubSpot property cannot be archived");
		return;
	}
	p->flags |= PROPERTY_ARCHIVED;
	answer_restart(a, 204, NULL);
}

/* A member's text, owned by the caller; `other` when it is absent. */
static char *
text_of(const struct tree *j, uint32_t node, const char *name, const char *other)
{
	uint32_t n = tree_find(j, node, name);
	struct buf plain = {0};

	if (n == 0 || !tree_is(j, n, TREE_STRING))
		return other == NULL ? NULL : mem_text(other);
	tree_plain(j, n, &plain);
	buf_room(&plain, 0)[0] = '\0';
	return plain.bytes;
}

static char *
options_of(const struct tree *j, uint32_t node)
{
	uint32_t list = tree_find(j, node, "options");
	struct buf options = {0};

	if (!tree_is(j, list, TREE_ARRAY))
		return NULL;
	for (uint32_t i = tree_first(j, list); i < tree_end(j, list); i = tree_next(j, i)) {
		uint32_t value = tree_find(j, i, "value"), label = tree_find(j, i, "label");

		if (value != 0)
			property_option_add(&options, tree_raw(j, value), tree_raw(j, label == 0 ? value : label));
	}
	return options.bytes;
}

static bool
kind_of(const char *type, enum property_kind *kind)
{
	static const struct {
		const char *type;
		enum property_kind kind;
	} kinds[] = {{"string", KIND_STRING}, {"phone_number", KIND_STRING}, {"enumeration", KIND_ENUM},
		{"bool", KIND_BOOL}, {"number", KIND_NUMBER}, {"datetime", KIND_DATETIME}, {"date", KIND_DATETIME}};
	size_t i = 0;

	while (i < sizeof kinds / sizeof *kinds && (type == NULL || strcmp(kinds[i].type, type) != 0))
		i++;
	if (i == sizeof kinds / sizeof *kinds)
		return false;
	*kind = kinds[i].kind;
	return true;
}

static bool
good_name(const char *name)
{
	if (name == NULL || !islower((unsigned char)name[0]) || strlen(name) > 100)
		return false;
	return strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(name);
}

static bool
allowed(const struct mock *m, const struct property_set *s, const struct property *p, struct problem *problem)
{
	if (property_named(s, p->name) != PROPERTY_NONE) {
		problem_set(problem, 409, "OBJECT_ALREADY_EXISTS", "A property named '%s' already exists.", p->name);
		buf_format(&problem->errors,
			"{\"message\":\"A property named '%s' already exists.\",\"code\":"
			"\"Properties.PROPERTY_WITH_NAME_EXISTS\",\"context\":{\"propertyName\":[\"%s\"]}}",
			p->name, p->name);
		return false;
	}
	if (property_group_find(s, p->group) == NULL)
		return problem_set(
			problem, 400, "VALIDATION_ERROR", "A property group named '%s' does not exist.", p->group);
	if (s->count == PROPERTY_MAX)
		return problem_set(problem, 400, "VALIDATION_ERROR", "The type has too many properties.");
	if ((p->flags & PROPERTY_UNIQUE) == 0)
		return true;
	if (!m->options->unique_key)
		return problem_set(problem, 400, "VALIDATION_ERROR",
			"Unique value properties are not supported for this object type.");
	return (p->kind == KIND_STRING || p->kind == KIND_NUMBER) && property_unique_count(s) < PROPERTY_UNIQUE_MAX
		       ? true
		       : problem_set(problem, 400, "VALIDATION_ERROR",
				 "Only strings and numbers can be unique, at most %d to a type.", PROPERTY_UNIQUE_MAX);
}

/* Makes a property from an object of the JSON; its number, or PROPERTY_NONE with a problem. */
static int
make(struct mock *m, enum type type, const struct tree *j, uint32_t node, struct problem *problem)
{
	struct property p = {.flags = PROPERTY_CUSTOM, .created = clock_ms(&m->clock)};
	uint32_t unique = tree_find(j, node, "hasUniqueValue"), hidden = tree_find(j, node, "hidden");
	char *kind = text_of(j, node, "type", NULL);
	bool good;

	p.name = text_of(j, node, "name", NULL);
	p.label = text_of(j, node, "label", p.name);
	p.group = text_of(j, node, "groupName", "");
	p.description = text_of(j, node, "description", "");
	p.field = text_of(j, node, "fieldType", "");
	p.options = options_of(j, node);
	p.flags |= unique != 0 && tree_is(j, unique, TREE_TRUE) ? PROPERTY_UNIQUE : 0u;
	p.flags |= hidden != 0 && tree_is(j, hidden, TREE_TRUE) ? PROPERTY_HIDDEN : 0u;
	if (type >= TYPE_ACTIVITIES)
		good = problem_set(problem, 400, "VALIDATION_ERROR", "Only activities have properties here");
	else if (!good_name(p.name) || !kind_of(kind, &p.kind))
		good = problem_set(problem, 400, "VALIDATION_ERROR",
			"Invalid input JSON: name must be lower case, type one of HubSpot's");
	else
		good = allowed(m, &m->properties.of[type], &p, problem);
	free(kind);
	if (good)
		return property_add(&m->properties, type, p);
	property_drop(&p);
	return PROPERTY_NONE;
}

void
property_create(struct mock *m, const struct request *r, struct answer *a)
{
	struct tree j = {0};
	struct problem p = {0};
	int made = PROPERTY_NONE;

	if (batch_body(r, &j, &p))
		made = make(m, r->type, &j, 0, &p);
	if (made == PROPERTY_NONE) {
		problem_answer(&p, &m->random, a);
	} else {
		answer_restart(a, 201, answer_json);
		property_write(m, &m->properties.of[r->type].list[made], &a->body);
	}
	tree_clear(&j);
	problem_clear(&p);
}

void
property_update(struct mock *m, const struct request *r, struct answer *a)
{
	struct tree j = {0};
	struct problem problem = {0};
	struct property *p = of_path(m, r, a);
	char *label;

	if (p == NULL)
		return;
	if (!batch_body(r, &j, &problem)) {
		problem_answer(&problem, &m->random, a);
	} else {
		label = text_of(&j, 0, "label", p->label);
		free(p->label);
		p->label = label;
		answer_restart(a, 200, answer_json);
		property_write(m, p, &a->body);
	}
	tree_clear(&j);
	problem_clear(&problem);
}

/* The batch endpoints share their loop; `one` adds a result to the body or sets a problem. */
typedef bool each(
	struct mock *m, enum type type, const struct tree *j, uint32_t node, struct buf *to, struct problem *p);

static void
batch(struct mock *m, const struct request *r, struct answer *a, each *one, int status)
{
	struct tree j = {0};
	struct problem p = {0};
	struct buf results = {0};
	uint32_t inputs;
	bool good = batch_inputs(r, &j, BATCH_MAX, &inputs, &p);

	for (uint32_t i = good ? tree_first(&j, inputs) : 0; good && i < tree_end(&j, inputs); i = tree_next(&j, i)) {
		if (results.size > 0 && results.bytes[results.size - 1] == '}')
			buf_char(&results, ',');
		good = one(m, r->type, &j, i, &results, &p);
	}
	if (!good) {
		problem_answer(&p, &m->random, a);
	} else {
		answer_restart(a, status, status == 204 ? NULL : answer_json);
		buf_text(&a->body, "{\"status\":\"COMPLETE\",\"results\":[");
		buf_add(&a->body, results.bytes == NULL ? "" : results.bytes, results.size);
		buf_char(&a->body, ']');
		batch_end(m, r, &a->body);
		if (status == 204)
			buf_reset(&a->body);
	}
	buf_clear(&results);
	tree_clear(&j);
	problem_clear(&p);
}

static bool
create_one(struct mock *m, enum type type, const struct tree *j, uint32_t node, struct buf *to, struct problem *p)
{
	int made = make(m, type, j, node, p);

	if (made != PROPERTY_NONE)
		property_write(m, &m->properties.of[type].list[made], to);
	return made != PROPERTY_NONE;
}

static int
named(const struct mock *m, enum type type, const struct tree *j, uint32_t node)
{
	uint32_t name = tree_find(j, node, "name");
	struct slice s = tree_raw(j, name);

	return name == 0 ? PROPERTY_NONE : property_find(set_of(m, type), s.bytes, s.size);
}

static bool
read_one(struct mock *m, enum type type, const struct tree *j, uint32_t node, struct buf *to, struct problem *p)
{
	int n = named(m, type, j, node);

	(void)p;
	if (n != PROPERTY_NONE)
		property_write(m, &set_of(m, type)->list[n], to);
	else if (to->size > 0 && to->bytes[to->size - 1] == ',')
		to->size--;
	return true;
}

static bool
archive_one(struct mock *m, enum type type, const struct tree *j, uint32_t node, struct buf *to, struct problem *p)
{
	int n = named(m, type, j, node);

	(void)to;
	(void)p;
	if (n != PROPERTY_NONE && (m->properties.of[type].list[n].flags & PROPERTY_CUSTOM) != 0)
		m->properties.of[type].list[n].flags |= PROPERTY_ARCHIVED;
	return true;
}

void
property_batch_create(struct mock *m, const struct request *r, struct answer *a)
{
	batch(m, r, a, create_one, strcmp(r->version, "v3") == 0 ? 201 : 200);
}

void
property_batch_read(struct mock *m, const struct request *r, struct answer *a)
{
	batch(m, r, a, read_one, 200);
}

void
property_batch_archive(struct mock *m, const struct request *r, struct answer *a)
{
	batch(m, r, a, archive_one, 204);
}

static void
write_group(const struct property_group *g, struct buf *to)
{
	buf_char(to, '{');
	member(to, "name", g->name);
	buf_char(to, ',');
	member(to, "label", g->label);
	buf_text(to, ",\"displayOrder\":-1,\"archived\":false}");
}

void
property_groups(struct mock *m, const struct request *r, struct answer *a)
{
	const struct property_set *s = set_of(m, r->type);

	answer_restart(a, 200, answer_json);
	buf_text(&a->body, "{\"results\":[");
	for (int i = 0; i < s->group_count; i++) {
		buf_text(&a->body, i == 0 ? "" : ",");
		write_group(&s->groups[i], &a->body);
	}
	buf_text(&a->body, "]}");
}

void
property_group_get(struct mock *m, const struct request *r, struct answer *a)
{
	char name[128];
	const struct property_group *g;

	snprintf(name, sizeof name, "%.*s", (int)r->id.size, r->id.bytes);
	g = property_group_find(set_of(m, r->type), name);
	if (g == NULL) {
		problem_refuse(
			&m->random, a, 404, "OBJECT_NOT_FOUND", "A property group named '%s' does not exist.", name);
		return;
	}
	answer_restart(a, 200, answer_json);
	write_group(g, &a->body);
}

void
property_group_create(struct mock *m, const struct request *r, struct answer *a)
{
	struct tree j = {0};
	struct problem p = {0};
	struct property_set *s = r->type < TYPE_ACTIVITIES ? &m->properties.of[r->type] : NULL;
	char *name = NULL, *label = NULL;
	bool good = batch_body(r, &j, &p);

	if (good) {
		name = text_of(&j, 0, "name", "");
		label = text_of(&j, 0, "label", name);
		if (s == NULL || !good_name(name))
			good = problem_set(&p, 400, "VALIDATION_ERROR", "Invalid input JSON: name must be lower case");
		else if (property_group_find(s, name) != NULL)
			good = problem_set(
				&p, 409, "OBJECT_ALREADY_EXISTS", "A property group named '%s' already exists.", name);
		else if (!property_group_add(s, name, label))
			good = problem_set(&p, 400, "VALIDATION_ERROR", "The type has too many property groups.");
	}
	if (!good) {
		problem_answer(&p, &m->random, a);
	} else {
		answer_restart(a, 201, answer_json);
		write_group(&s->groups[s->group_count - 1], &a->body);
	}
	free(name);
	free(label);
	tree_clear(&j);
	problem_clear(&p);
}
