/* The users that activities can be assigned to. */
#ifndef HUBMOCK_OWNERS_H
#define HUBMOCK_OWNERS_H

#include "core/err.h"

#include <stddef.h>
#include <stdint.h>

struct owner {
	uint64_t id, user_id;
	char *email, *first, *last; /* owned */
	bool archived;
};

struct owners {
	struct owner *list;
	size_t count;
};

/* Lines "id,e-mail,first name,last name[,archived]"; # begins a comment. NULL: five invented ones. */
bool owners_load(struct owners *o, const char *path, struct err *e);
void owners_clear(struct owners *o);

const struct owner *owners_find(const struct owners *o, uint64_t id); /* NULL when there is none */

#endif
