/* Associations as a request states them. */
#ifndef HUBMOCK_ASSOCIATION_H
#define HUBMOCK_ASSOCIATION_H

#include "tree.h"
#include "known.h"
#include "problem.h"
#include "store.h"

enum category { CATEGORY_HUBSPOT, CATEGORY_USER, CATEGORY_INTEGRATOR, CATEGORY_WORK, CATEGORY_COUNT };

extern const char *const association_categories[CATEGORY_COUNT];

/* A growing list. */
struct associations {
	struct association *list;
	size_t count, room;
};

void associations_add(struct associations *to, struct association a);
void associations_clear(struct associations *a);

/* Reads `types`, an array of {associationCategory, associationTypeId}, for an association of a record of type `from` to
 * the record `id` (a string or a number in the JSON), which must exist. `expected`: the type of the other, or TYPE_NONE
 * when the ids alone say it. Adds one association a type. */
bool association_read(const struct known *known, enum type from, enum type expected, const struct tree *j, uint32_t id,
	uint32_t types, struct associations *to, struct problem *p);

/* Reads a create's `associations`: [{to: {id}, types: [...]}, ...]. */
bool association_read_all(const struct known *known, enum type from, const struct tree *j, uint32_t list,
	struct associations *to, struct problem *p);

/* A number from a JSON string or number. */
bool association_id(const struct tree *j, uint32_t n, uint64_t *id);

/* The target must exist; otherwise HubSpot's INVALID_OBJECT_IDS. */
bool association_target(const struct known *known, enum type type, uint64_t id, struct problem *p);

#endif
