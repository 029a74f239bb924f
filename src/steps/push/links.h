/* Associations of a line: to which records of which other types, and the requests that make or show them. */
#ifndef PUSH_LINKS_H
#define PUSH_LINKS_H

#include "steps/push/job.h"
#include "steps/push/line.h"

enum { LINK_TYPES = 4, LINKS_MAX = 64 };

/* "contacts", "companies", "deals", "tickets" */
extern const char *const link_types[LINK_TYPES];

struct link {
	int to_type; /* index into link_types */
	int64_t to_id;
	int64_t type_id;   /* HubSpot's association type id */
	char category[24]; /* HUBSPOT_DEFINED */
};

struct link_list {
	struct link links[LINKS_MAX];
	int count;
	bool strange; /* there are some that cannot be told: a type id of no known pair of types, or too many */
};

/* Reads the associations of a line of this type. */
void links_read(enum activity type, const struct line *line, struct link_list *list);

/* Adds what one record wants, of one other type, as inputs of the associations' batch/create; returns how many. */
int links_inputs(const struct link_list *list, int to_type, int64_t hubspot_id, bool first, struct buf *to);

#endif
