/* A property made from what a request says. */
#ifndef HUBMOCK_PROPERTY_MAKE_H
#define HUBMOCK_PROPERTY_MAKE_H

#include "mock.h"
#include "problem.h"

/* Makes a property from an object of the JSON; its number, or PROPERTY_NONE with a problem. */
int property_make(struct mock *m, enum type type, const struct tree *j, uint32_t node, struct problem *problem);

/* The text of a member of an object, to be freed by the caller; `other`, which may be NULL, when it is absent. */
char *property_text(const struct tree *j, uint32_t node, const char *name, const char *other);

/* May a property or a group have this name? */
bool property_good_name(const char *name);

#endif
