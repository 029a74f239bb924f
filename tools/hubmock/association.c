#include "association.h"

#include "core/mem.h"

#include <stdlib.h>

const char *const association_categories[CATEGORY_COUNT] = {
	"HUBSPOT_DEFINED", "USER_DEFINED", "INTEGRATOR_DEFINED", "WORK"};

static const char invalid[] = "One or more associations are invalid";

void
associations_add(struct associations *to, struct association a)
{
	if (to->count == to->room) {
		to->room = to->room == 0 ? 256 : to->room * 2;
		to->list = mem_grow(to->list, to->room * sizeof a);
	}
	to->list[to->count++] = a;
}

void
associations_clear(struct associations *a)
{
	free(a->list);
	*a = (struct associations){0};
}

bool
association_id(const struct tree *j, uint32_t n, uint64_t *id)
{
	struct slice s = tree_raw(j, n);

	return (tree_is(j, n, TREE_STRING) || tree_is(j, n, TREE_NUMBER)) && known_number(s.bytes, s.size, id);
}

bool
association_target(const struct known *known, enum type type, uint64_t id, struct problem *p)
{
	unsigned long long shown = id;

	if (type < TYPE_ACTIVITIES || known_exists(known, type, id))
		return true;
	problem_set(p, 400, "VALIDATION_ERROR", invalid);
	problem_context(p, "INVALID_OBJECT_IDS", "%s=%llu is not valid", type_names[type].shout, shown);
	problem_context(p, "objectId", "%llu", shown);
	problem_context(p, "objectType", "%s", type_names[type].shout);
	return false;
}

static bool
bad_type(struct problem *p, const char *category, int id)
{
	problem_set(p, 400, "VALIDATION_ERROR", invalid);
	problem_context(p, "associationSpec", "%s=%d", category, id);
	problem_context(
		p, "INVALID_ASSOCIATION_TYPE_ID", "%s=%d is not a valid association definition id", category, id);
	return false;
}

static bool
malformed(struct problem *p, const char *what)
{
	return problem_set(
		p, 400, "VALIDATION_ERROR", "Invalid input JSON: some required fields were not set: [%s]", what);
}

/* One {associationCategory, associationTypeId}. */
static bool
read_type(enum type from, enum type expected, const struct tree *j, uint32_t spec, struct association *a,
	struct problem *p)
{
	uint32_t category = tree_find(j, spec, "associationCategory"), number = tree_find(j, spec, "associationTypeId");
	enum type start, end;
	uint64_t id;
	int c = 0;

	if (category == 0 || number == 0 || !association_id(j, number, &id) || id > UINT16_MAX)
		return malformed(p, "associationCategory, associationTypeId");
	while (c < CATEGORY_COUNT && !tree_named(j, category, association_categories[c]))
		c++;
	if (c == CATEGORY_COUNT)
		return malformed(p, "associationCategory");
	if (c != CATEGORY_HUBSPOT || !type_association_ends((int)id, &start, &end))
		return bad_type(p, association_categories[c], (int)id);
	if (start != from)
		return problem_set(p, 400, "VALIDATION_ERROR",
			"invalid from object type %s for associations to be created. expected: %s", type_names[from].id,
			type_names[start].id);
	if (expected != TYPE_NONE && expected != end)
		return problem_set(p, 400, "VALIDATION_ERROR",
			"invalid to object type %s for associations to be created. expected: %s",
			type_names[expected].id, type_names[end].id);
	a->id = (uint16_t)id;
	a->to_type = (uint8_t)end;
	a->category = (uint8_t)c;
	return true;
}

bool
association_read(const struct known *known, enum type from, enum type expected, const struct tree *j, uint32_t id,
	uint32_t types, struct associations *to, struct problem *p)
{
	struct association a = {0};

	if (id == 0 || types == 0 || tree_count(j, types) == 0)
		return malformed(p, id == 0 ? "id" : "types");
	if (!association_id(j, id, &a.to)) {
		struct slice s = tree_raw(j, id);

		problem_set(p, 400, "VALIDATION_ERROR", invalid);
		problem_context(p, "INVALID_OBJECT_IDS", "%.*s is not valid", (int)s.size, s.bytes);
		return false;
	}
	for (uint32_t i = tree_first(j, types); i < tree_end(j, types); i = tree_next(j, i)) {
		if (!read_type(from, expected, j, i, &a, p) ||
			!association_target(known, (enum type)a.to_type, a.to, p))
			return false;
		associations_add(to, a);
	}
	return true;
}

bool
association_read_all(const struct known *known, enum type from, const struct tree *j, uint32_t list,
	struct associations *to, struct problem *p)
{
	if (!tree_is(j, list, TREE_ARRAY))
		return tree_is(j, list, TREE_NULL) || malformed(p, "associations");
	for (uint32_t i = tree_first(j, list); i < tree_end(j, list); i = tree_next(j, i)) {
		uint32_t target = tree_find(j, i, "to");

		if (!association_read(known, from, TYPE_NONE, j, target == 0 ? 0 : tree_find(j, target, "id"),
			    tree_find(j, i, "types"), to, p))
			return false;
	}
	return true;
}
