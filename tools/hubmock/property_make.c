#include "property_make.h"

#include "property_option.h"

#include "core/mem.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

char *
property_text(const struct tree *j, uint32_t node, const char *name, const char *other)
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

bool
property_good_name(const char *name)
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

int
property_make(struct mock *m, enum type type, const struct tree *j, uint32_t node, struct problem *problem)
{
	struct property p = {.flags = PROPERTY_CUSTOM, .created = clock_ms(&m->clock)};
	uint32_t unique = tree_find(j, node, "hasUniqueValue"), hidden = tree_find(j, node, "hidden");
	char *kind = property_text(j, node, "type", NULL);
	bool good;

	p.name = property_text(j, node, "name", NULL);
	p.label = property_text(j, node, "label", p.name);
	p.group = property_text(j, node, "groupName", "");
	p.description = property_text(j, node, "description", "");
	p.field = property_text(j, node, "fieldType", "");
	p.options = options_of(j, node);
	p.flags |= unique != 0 && tree_is(j, unique, TREE_TRUE) ? PROPERTY_UNIQUE : 0u;
	p.flags |= hidden != 0 && tree_is(j, hidden, TREE_TRUE) ? PROPERTY_HIDDEN : 0u;
	if (type >= TYPE_ACTIVITIES)
		good = problem_set(problem, 400, "VALIDATION_ERROR", "Only activities have properties here");
	else if (!property_good_name(p.name) || !kind_of(kind, &p.kind))
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
