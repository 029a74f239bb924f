/* The end of a push: COMMIT, and what is to be thought when its answer is lost. */
#ifndef SYNC_PUSH_SETTLE_H
#define SYNC_PUSH_SETTLE_H

#include "steps/sync/sync.h"

/* Commits. When the answer is lost, new connections are tried for `seconds`, once at least, and sync_run is asked for
 * the row of `attempt`. True: it is applied. ERR_REMOTE: it is not. ERR_UNKNOWN: nobody can say yet. */
bool push_settle(struct sync *s, const char *attempt, int64_t seconds, struct err *e);

#endif
