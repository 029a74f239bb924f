/* How many records of each type are in which state: the accounting of a push. */
#ifndef PUSH_TALLY_H
#define PUSH_TALLY_H

#include "core/db.h"
#include "rules/template.h"

struct tally {
	int64_t records, planned, done, updated, rejected, unknown, archived, links_missing, adopted;
};

struct tallies {
	struct tally types[ACTIVITIES], all;
};

/* Of one bundle, or (0) of all that the journal has. records = planned + done + rejected + unknown + archived:
 * ERR_FAULT when not. */
bool tally_read(struct db *db, int64_t bundle_id, struct tallies *t, struct err *e);

#endif
