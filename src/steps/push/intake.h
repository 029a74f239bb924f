/* Takes a bundle into the journal: each line becomes a decision there, and nothing is sent. May be repeated. */
#ifndef PUSH_INTAKE_H
#define PUSH_INTAKE_H

#include "steps/push/decide.h"
#include "steps/push/push.h"

struct intake_count {
	int64_t lines;
	int64_t by[DECISIONS]; /* lines by decision */
};

struct intake {
	struct intake_count types[ACTIVITIES];
	struct intake_count all;
	int64_t bytes; /* of the lines that are to be sent */
};

/* Within the caller's transaction. Sets p->bundle_id. ERR_REFUSED when a line has not the bundle's form. */
bool intake_bundle(struct push *p, struct intake *in, struct err *e);

#endif
