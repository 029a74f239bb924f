/* What the server has beside what it should have, from the catalogs. */
#ifndef SYNC_OBJECTS_H
#define SYNC_OBJECTS_H

#include "steps/sync/sync.h"

/* Things with their definitions, in the order of kind and name. Zero-initialise. */
struct objects {
	struct object {
		char *kind; /* table, column, constraint, index, view, function */
		char *name; /* a column's is table.column */
		char *definition;
	} * items;
	size_t count;
};

/* Of the sync's schema; of `schema` "pg_temp", this session's own. */
bool objects_read(struct objects *o, struct sync *s, const char *schema, struct err *e);
void objects_clear(struct objects *o);

const struct object *objects_find(const struct objects *o, const char *kind, const char *name); /* may be NULL */

/* What the files of schema/postgres make: made in this session's temporary schema, read, and rolled back. The
 * functions they call must be there. */
bool objects_expected(struct objects *o, struct sync *s, struct err *e);

#endif
