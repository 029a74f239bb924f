/* hs_email_headers: a JSON text inside a property, which HubSpot writes anew and takes addresses from.
 *
 * Recorded: spaces after : and ,; sender last. So nobody may compare it byte for byte.
 */
#ifndef HUBMOCK_HEADERS_H
#define HUBMOCK_HEADERS_H

#include "tree.h"

struct headers {
	struct tree json;
	struct buf plain; /* the JSON text, unescaped */
};

void headers_clear(struct headers *h);

/* `text` as in values.h. False when it is no JSON object, or from, sender, to, cc, bcc are no objects and arrays. */
bool headers_read(struct headers *h, struct slice text);

/* Adds HubSpot's form of it, escaped for a JSON string. */
void headers_write(const struct headers *h, struct buf *to);

/* Adds a field ("email", "firstName", "lastName") of a party ("from", "to", ...), several joined with ;, escaped for a
 * JSON string. False when there is none. */
bool headers_field(const struct headers *h, const char *party, const char *field, struct buf *to);

#endif
