/* What to do with a line of the bundle, given what the journal knows of its communication. Pure. */
#ifndef PUSH_DECIDE_H
#define PUSH_DECIDE_H

#include <stdbool.h>
#include <stdint.h>

/* What the journal has. */
struct known {
	const char *state; /* NULL: no row */
	bool same_type;
	int64_t hubspot_id; /* 0: HubSpot has no record */
	bool same_payload;  /* as the payload that was or is to be sent */
	bool is_held;	    /* as the payload that HubSpot holds */
};

/* What the line is. */
struct offer {
	int64_t hubspot_id; /* 0: a record that HubSpot has not */
};

enum decision {
	DECIDE_CREATE,
	DECIDE_UPDATE,
	DECIDE_NOTHING,	 /* done, or refused with this very payload before */
	DECIDE_PLANNED,	 /* it is planned already */
	DECIDE_WAIT,	 /* its last outcome is unknown: that comes first */
	DECIDE_TYPE,	 /* HubSpot has it as another type: not to be sent */
	DECIDE_IDENTITY, /* the line names another HubSpot record than the journal: not to be sent */
	DECISIONS
};

enum decision decide(const struct known *known, const struct offer *offer);

#endif
