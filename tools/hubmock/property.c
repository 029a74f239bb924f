#include "property.h"

#include "property_option.h"
#include "property_table.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

static unsigned
hash(const char *name, size_t size)
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < size; i++)
		h = (h ^ (unsigned char)name[i]) * UINT64_C(1099511628211);
	return (unsigned)(h ^ h >> 32) % (PROPERTY_MAX * 4);
}

int
property_find(const struct property_set *s, const char *name, size_t size)
{
	for (unsigned at = hash(name, size); s->slots[at] != 0; at = (at + 1) % (PROPERTY_MAX * 4)) {
		const struct property *p = &s->list[s->slots[at] - 1];

		if (strncmp(p->name, name, size) == 0 && p->name[size] == '\0' && (p->flags & PROPERTY_ARCHIVED) == 0)
			return s->slots[at] - 1;
	}
	return PROPERTY_NONE;
}

int
property_named(const struct property_set *s, const char *name)
{
	return property_find(s, name, strlen(name));
}

static void
rank(struct property_set *s, int number)
{
	int at = s->count - 1;

	for (; at > 0 && strcmp(s->list[s->order[at - 1]].name, s->list[number].name) > 0; at--)
		s->order[at] = s->order[at - 1];
	s->order[at] = (short)number;
	for (int i = at; i < s->count; i++)
		s->rank[s->order[i]] = (short)i;
}

int
property_add(struct properties *p, enum type type, struct property made)
{
	struct property_set *s = &p->of[type];
	unsigned at = hash(made.name, strlen(made.name));
	int number = s->count++;

	s->list[number] = made;
	s->list[number].head = mem_format("\"%s\":\"", made.name);
	s->list[number].head_size = strlen(s->list[number].head);
	while (s->slots[at] != 0)
		at = (at + 1) % (PROPERTY_MAX * 4);
	s->slots[at] = (short)(number + 1);
	rank(s, number);
	if (strcmp(made.name, p->key_name) == 0)
		s->key = number;
	return number;
}

const char *
property_field(enum property_kind kind, bool many_lines)
{
	switch (kind) {
	case KIND_ENUM:
	case KIND_OWNER:
		return "select";
	case KIND_BOOL:
		return "booleancheckbox";
	case KIND_NUMBER:
		return "number";
	case KIND_DATETIME:
		return "date";
	default:
		return many_lines ? "textarea" : "text";
	}
}

/* From the table's VALUE=Label|VALUE to the form in which options are kept. Owned by the caller. */
static char *
row_options(const char *row)
{
	struct buf out = {0};

	for (; row != NULL && *row != '\0'; row += strcspn(row, "|"), row += *row == '|') {
		size_t size = strcspn(row, "|"), head = strcspn(row, "|=");
		struct slice value = {row, head}, label = {row + head + 1, size - head - (head < size)};

		property_option_add(&out, value, head == size ? value : label);
	}
	return out.bytes;
}

static void
add_row(struct properties *p, enum type type, const struct property_row *row)
{
	bool body = strstr(row->name, "_body") != NULL || strstr(row->name, "_html") != NULL;

	property_add(p, type,
		(struct property){.name = mem_text(row->name),
			.label = mem_text(row->label),
			.group = mem_text(type_names[type].singular),
			.description = mem_text(""),
			.field = mem_text(property_field(row->kind, body)),
			.options = row_options(row->options),
			.kind = row->kind,
			.flags = row->flags});
}

const struct property_group *
property_group_find(const struct property_set *s, const char *name)
{
	const struct property_group *found = NULL;

	for (int i = 0; i < s->group_count && found == NULL; i++)
		if (strcmp(s->groups[i].name, name) == 0)
			found = &s->groups[i];
	return found;
}

bool
property_group_add(struct property_set *s, const char *name, const char *label)
{
	if (s->group_count == PROPERTY_GROUPS)
		return false;
	s->groups[s->group_count++] = (struct property_group){mem_text(name), mem_text(label)};
	return true;
}

void
properties_init(struct properties *p, const char *key_name)
{
	p->key_name = mem_text(key_name);
	for (int t = 0; t < TYPE_ACTIVITIES; t++) {
		struct property_set *s = &p->of[t];

		*s = (struct property_set){.key = PROPERTY_NONE};
		for (size_t i = 0; i < property_table_rows; i++)
			if ((property_table[i].types & 1u << t) != 0)
				add_row(p, (enum type)t, &property_table[i]);
		property_group_add(s, type_names[t].singular, type_names[t].label);
		property_group_add(s, "engagement", "Engagement");
		s->timestamp = property_named(s, "hs_timestamp");
		s->owner = property_named(s, "hubspot_owner_id");
	}
}

void
property_drop(struct property *p)
{
	free(p->name);
	free(p->label);
	free(p->group);
	free(p->description);
	free(p->field);
	free(p->options);
	free(p->head);
}

void
properties_clear(struct properties *p)
{
	for (int t = 0; t < TYPE_ACTIVITIES; t++) {
		for (int i = 0; i < p->of[t].count; i++)
			property_drop(&p->of[t].list[i]);
		for (int i = 0; i < p->of[t].group_count; i++) {
			free(p->of[t].groups[i].name);
			free(p->of[t].groups[i].label);
		}
		p->of[t].count = p->of[t].group_count = 0;
	}
	free(p->key_name);
	p->key_name = NULL;
}

int
property_unique_count(const struct property_set *s)
{
	int n = 0;

	for (int i = 0; i < s->count; i++)
		n += (s->list[i].flags & (PROPERTY_UNIQUE | PROPERTY_CUSTOM | PROPERTY_ARCHIVED)) ==
		     (PROPERTY_UNIQUE | PROPERTY_CUSTOM);
	return n;
}

const char *
property_type(const struct property *p)
{
	switch (p->kind) {
	case KIND_ENUM:
	case KIND_OWNER:
		return "enumeration";
	case KIND_BOOL:
		return "bool";
	case KIND_NUMBER:
		return "number";
	case KIND_DATETIME:
		return "datetime";
	default:
		return "string";
	}
}
