/* What the portal says of itself: its id, the key property on a type. */
#ifndef PUSH_PORTAL_H
#define PUSH_PORTAL_H

#include "steps/push/push.h"

struct portal {
	int64_t id;
	char time_zone[64], account_type[32];
};

bool portal_read(struct push *p, struct portal *portal, struct err *e);

enum portal_key { KEY_ABSENT, KEY_PLAIN, KEY_UNIQUE };

bool portal_find_key(struct push *p, enum activity type, enum portal_key *key, struct err *e);

/* Makes it, unique where HubSpot takes that; *key says which it became. */
bool portal_make_key(struct push *p, enum activity type, enum portal_key *key, struct err *e);

/* ERR_REFUSED unless the portal is the one that was named, and the one that the journal has been used with. */
bool portal_guard(struct push *p, struct portal *portal, struct err *e);

#endif
