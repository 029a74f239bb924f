/* The contacts, companies, deals and tickets: they have no content here, only a name and whether they exist.
 *
 * Without a list every number exists. What a fault script calls missing does not, list or not.
 */
#ifndef HUBMOCK_KNOWN_H
#define HUBMOCK_KNOWN_H

#include "types.h"

#include "core/err.h"

#include <stdint.h>

struct known_set {
	uint64_t *items; /* sorted */
	size_t count, room;
};

struct known {
	bool listed;
	struct known_set here, missing;
};

/* Lines "contacts 123"; # begins a comment. */
bool known_load(struct known *k, const char *path, struct err *e);
void known_miss(struct known *k, enum type type, uint64_t id);
void known_forget_missing(struct known *k);
void known_clear(struct known *k);

bool known_exists(const struct known *k, enum type type, uint64_t id);

/* Digits only, more than zero. */
bool known_number(const char *text, size_t size, uint64_t *id);

#endif
