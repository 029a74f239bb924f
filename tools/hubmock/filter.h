/* The filters of a search, and whether a record passes them.
 *
 * Texts are compared without regard to case, except by IN and NOT_IN: these look into the index, where values are in
 * lower case, so a value with a capital in it finds nothing (HubSpot's search guide).
 */
#ifndef HUBMOCK_FILTER_H
#define HUBMOCK_FILTER_H

#include "problem.h"
#include "record.h"

enum { FILTER_GROUPS = 5, FILTER_IN_GROUP = 6, FILTER_ALL = 18, FILTER_VALUES = 1000 };

enum operator{
	OP_EQ,
	OP_NEQ,
	OP_LT,
	OP_LTE,
	OP_GT,
	OP_GTE,
	OP_BETWEEN,
	OP_IN,
	OP_NOT_IN,
	OP_HAS,
	OP_HAS_NOT,
	OP_TOKEN,
	OP_NOT_TOKEN,
	OP_COUNT
};

struct filter {
	int property;
	enum type associated; /* instead of a property: records associated with a record of this type */
	enum operator op;
	struct slice *values; /* owned list; as in values.h; one for most, two for BETWEEN */
	size_t count;
};

struct filters {
	struct filter list[FILTER_ALL];
	int group_of[FILTER_ALL];
	int count, groups;
	struct buf spare;
};

/* Reads filterGroups. False with a problem. */
bool filters_read(
	struct filters *f, const struct property_set *s, const struct tree *j, uint32_t groups, struct problem *p);
void filters_clear(struct filters *f);

/* Below 0, 0, above 0 as one value of a property stands before, at or behind another. */
int filter_compare(const struct property *p, struct slice value, struct slice other);

/* Does the record pass all filters of one group? No groups: yes. */
bool filters_pass(const struct filters *f, struct record_writer *w, const struct record *r, struct buf *scratch);

/* The filter that alone names the candidates: EQ or IN in the only group, on a property in the index. NULL: scan. */
const struct filter *filters_index(const struct filters *f, const struct store *store, enum type type);

#endif
