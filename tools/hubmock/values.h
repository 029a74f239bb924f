/* The property values of one record, packed into bytes: number, size, text, sorted by the name of the property.
 *
 * Texts are the inside of a JSON string in its one shortest form (core/text.h, buf_json), so that equal texts are equal
 * bytes and an answer copies them as they are.
 */
#ifndef HUBMOCK_VALUES_H
#define HUBMOCK_VALUES_H

#include "tree.h"

struct value {
	int property; /* number within the type */
	struct slice text;
};

void values_add(struct buf *to, int property, struct slice text);

/* Walks: start with *at = 0; false after the last. */
bool values_next(struct slice values, size_t *at, struct value *v);

/* The text of a property, bytes NULL when there is none. */
struct slice values_find(struct slice values, int property);

/* The text in its one form, as values keep it: points into `s` when it has it already, else into `spare`, which is
 * added to. `unusual` is the node's mark. */
struct slice values_text(struct slice s, bool unusual, struct buf *spare);

#endif
