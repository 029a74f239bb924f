/* Are these property values what HubSpot would take, and how does it keep them? */
#ifndef HUBMOCK_VALIDATE_H
#define HUBMOCK_VALIDATE_H

#include "mock.h"
#include "problem.h"

/* Reads the object `properties` of a create (`old` has no bytes) or of an update of a record with the values `old`, and
 * adds the record's new values, packed, to `to`. All that is wrong goes into `p`; then nothing is added. `key`, if not
 * NULL, is a value the record gets besides. */
bool validate_properties(const struct mock *m, enum type type, const struct tree *j, uint32_t properties,
	struct slice old, const struct value *key, struct buf *to, struct problem *p);

/* As an update, but what HubSpot computes may be set too: for /__edit, which is not HubSpot's. Unknown names are
 * refused. */
bool validate_edit(const struct mock *m, enum type type, const struct tree *j, uint32_t properties, struct slice old,
	struct buf *to, struct problem *p);

#endif
