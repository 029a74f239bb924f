#include "input.h"

#include "validate.h"

#include <string.h>

void
inputs_clear(struct inputs *s)
{
	pool_give(&s->m->pool, &s->values);
	associations_clear(&s->associations);
}

void
input_clear(struct input *in)
{
	problem_clear(&in->problem);
}

static void
start(struct inputs *s, struct input *in, uint32_t node)
{
	uint32_t trace = tree_find(s->json, node, "objectWriteTraceId");

	*in = (struct input){.node = node, .values_at = s->values.size, .association_at = s->associations.count};
	if (trace != 0 && tree_is(s->json, trace, TREE_STRING))
		in->trace = tree_raw(s->json, trace);
}

static struct slice
values(const struct inputs *s, const struct input *in)
{
	return (struct slice){s->values.bytes + in->values_at, in->values_size};
}

static void
read_associations(struct inputs *s, struct input *in)
{
	uint32_t list = tree_find(s->json, in->node, "associations");

	if (list != 0 && !association_read_all(&s->m->known, s->type, s->json, list, &s->associations, &in->problem) &&
		options_list_has(s->m->options->sink, "associations"))
		in->problem.sink = SINK_ALWAYS;
	in->association_count = s->associations.count - in->association_at;
}

void
input_create(struct inputs *s, struct input *in, uint32_t node)
{
	start(s, in, node);
	in->id = store_new_id(&s->m->store);
	if (validate_properties(s->m, s->type, s->json, tree_find(s->json, node, "properties"), (struct slice){NULL, 0},
		    NULL, &s->values, &in->problem))
		read_associations(s, in);
	in->values_size = s->values.size - in->values_at;
}

void
input_not_found(struct problem *p, enum type type, struct slice id)
{
	problem_set(p, 404, "OBJECT_NOT_FOUND",
		"Could not get some %s objects, they may be deleted or not exist. Check that ids are valid.",
		type_names[type].shout);
	problem_context(p, "ids", "%.*s", (int)id.size, id.bytes == NULL ? "" : id.bytes);
	p->sink = SINK_NEVER;
}

bool
input_unique_property(const struct mock *m, enum type type, struct slice name, int *property, struct problem *p)
{
	const struct property_set *s = &m->properties.of[type];

	*property = property_find(s, name.bytes, name.size);
	if (*property != PROPERTY_NONE && (s->list[*property].flags & PROPERTY_UNIQUE) != 0)
		return true;
	return problem_set(p, 400, "VALIDATION_ERROR",
		"Unable to perform update/upsert by non-unique %s property %.*s in portal ID %lld", type_names[type].id,
		(int)name.size, name.bytes, (long long)m->options->portal);
}

/* The record that an update means. NULL with a problem, or without one: no such record. */
static struct record *
meant(struct inputs *s, struct input *in, struct slice *shown)
{
	uint32_t id = tree_find(s->json, in->node, "id"), by = tree_find(s->json, in->node, "idProperty");
	struct record *r = NULL;
	struct buf spare = {0};
	int property;
	uint64_t number;

	*shown = id == 0 ? (struct slice){"", 0} : tree_raw(s->json, id);
	if (id == 0) {
		problem_set(&in->problem, 400, "VALIDATION_ERROR",
			"Invalid input JSON: some required fields were not set: [id]");
	} else if (by != 0 && tree_is(s->json, by, TREE_STRING) && !tree_named(s->json, by, "hs_object_id")) {
		if (input_unique_property(s->m, s->type, tree_raw(s->json, by), &property, &in->problem))
			r = store_find_value(&s->m->store, s->type, property,
				values_text(*shown, s->json->nodes[id].unusual, &spare));
	} else if (association_id(s->json, id, &number)) {
		r = store_find(&s->m->store, s->type, number);
	}
	buf_clear(&spare);
	return r == NULL || r->archived_at != 0 ? NULL : r;
}

void
input_change(struct inputs *s, struct input *in, uint32_t properties, struct record *record)
{
	in->record = record;
	in->id = record->id;
	validate_properties(s->m, s->type, s->json, properties, record->values, NULL, &s->values, &in->problem);
	in->values_size = s->values.size - in->values_at;
}

void
input_update(struct inputs *s, struct input *in, uint32_t node)
{
	struct slice shown;
	struct record *r;

	start(s, in, node);
	r = meant(s, in, &shown);
	if (in->problem.status != 0)
		return;
	if (r == NULL)
		input_not_found(&in->problem, s->type, shown);
	else
		input_change(s, in, tree_find(s->json, node, "properties"), r);
}

void
input_upsert(struct inputs *s, struct input *in, uint32_t node)
{
	uint32_t id = tree_find(s->json, node, "id"), by = tree_find(s->json, node, "idProperty");
	struct slice name = by == 0 ? (struct slice){"hs_object_id", 12} : tree_raw(s->json, by);
	struct buf spare = {0};
	struct value key;

	start(s, in, node);
	if (id == 0 || !tree_is(s->json, id, TREE_STRING)) {
		problem_set(&in->problem, 400, "VALIDATION_ERROR",
			"Invalid input JSON: some required fields were not set: [id]");
	} else if (input_unique_property(s->m, s->type, name, &key.property, &in->problem)) {
		key.text = values_text(tree_raw(s->json, id), s->json->nodes[id].unusual, &spare);
		in->record = store_find_value(&s->m->store, s->type, key.property, key.text);
		in->id = in->record == NULL ? store_new_id(&s->m->store) : in->record->id;
		validate_properties(s->m, s->type, s->json, tree_find(s->json, node, "properties"),
			in->record == NULL ? (struct slice){NULL, 0} : in->record->values, &key, &s->values,
			&in->problem);
	} else {
		in->problem.sink = SINK_ALWAYS;
	}
	in->values_size = s->values.size - in->values_at;
	buf_clear(&spare);
}

static bool
refuse_value(struct inputs *s, struct input *in, const struct value *v, uint64_t other)
{
	const struct property *p = &s->m->properties.of[s->type].list[v->property];

	problem_set(&in->problem, 400, "VALIDATION_ERROR",
		"Cannot set PropertyValueCoordinates{portalId=%lld, objectTypeId=ObjectTypeId{legacyObjectType=%s}, "
		"propertyName=%s, value=%.*s} on %llu. %llu already has that value.",
		(long long)s->m->options->portal, type_names[s->type].shout, p->name, (int)v->text.size, v->text.bytes,
		(unsigned long long)in->id, (unsigned long long)other);
	if (options_list_has(s->m->options->sink, "conflicts"))
		in->problem.sink = SINK_ALWAYS;
	return false;
}

/* The input before this one that has the value; otherwise this one is noted. */
static const struct input *
seen(struct inputs *s, const struct input *list, size_t count, const struct value *v)
{
	uint64_t hash = (uint64_t)v->property;
	struct slice other;

	for (size_t i = 0; i < v->text.size; i++)
		hash = (hash ^ (unsigned char)v->text.bytes[i]) * UINT64_C(1099511628211);
	for (uint64_t at = random_mix(hash) % INPUTS_UNIQUE;; at = (at + 1) % INPUTS_UNIQUE) {
		if (s->unique[at] == 0) {
			s->unique[at] = (uint16_t)(count + 1);
			return NULL;
		}
		other = values_find(values(s, &list[s->unique[at] - 1]), v->property);
		if (other.bytes != NULL && other.size == v->text.size &&
			memcmp(other.bytes, v->text.bytes, other.size) == 0)
			return &list[s->unique[at] - 1];
	}
}

static bool
free_value(struct inputs *s, struct input *list, size_t count, const struct value *v)
{
	struct input *in = &list[count];
	const struct record *r = store_find_value(&s->m->store, s->type, v->property, v->text);
	const struct input *other;

	if (r != NULL && r != in->record)
		return refuse_value(s, in, v, r->id);
	other = seen(s, list, count, v);
	return other == NULL || other == in || refuse_value(s, in, v, other->id);
}

void
input_conflict(struct inputs *s, struct input *list, size_t count)
{
	const struct property *known = s->m->properties.of[s->type].list;
	struct value v;
	bool good = true;

	for (size_t at = 0; good && values_next(values(s, &list[count]), &at, &v);)
		if ((known[v.property].flags & PROPERTY_UNIQUE) != 0)
			good = free_value(s, list, count, &v);
}

void
input_store(struct inputs *s, struct input *in)
{
	int64_t now = clock_ms(&s->m->clock);

	if (in->record != NULL) {
		store_set(&s->m->store, in->record, values(s, in), now);
		return;
	}
	in->record = store_add(&s->m->store, s->type, in->id, now, values(s, in));
	for (size_t i = 0; i < in->association_count; i++)
		store_associate(in->record, s->associations.list[in->association_at + i]);
}

void
input_write(const struct inputs *s, const struct input *in, struct record_writer *w, struct buf *to)
{
	struct record shown = *in->record;

	shown.values = values(s, in);
	record_write(w, &shown, NULL, to);
}
