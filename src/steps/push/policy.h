/* What to do after an answer, or after none: the one table of it. */
#ifndef PUSH_POLICY_H
#define PUSH_POLICY_H

#include "net/http.h"
#include "steps/push/job.h"

enum action {
	ACTION_MATCH,	   /* read the body, record by record */
	ACTION_AGAIN,	   /* nothing was done: send the same again after the wait */
	ACTION_LOOK_AGAIN, /* probably nothing was done: look, then send again what is not there */
	ACTION_LOOK_SPLIT, /* the batch was refused as a whole: look, then send what is not there in halves */
	ACTION_UNKNOWN,	   /* it may have been done or may still be being done */
	ACTION_STOP,	   /* nothing can be sent: look before these are sent again, another day */
	ACTION_FAIL	   /* the question was wrong: asking again does not help */
};

struct verdict {
	enum action action;
	int64_t wait_ms;
	bool everybody; /* nobody sends before the wait is over */
	bool trouble;	/* the other side is in trouble: several in a row, and we hold back */
	char why[400];	/* one line; HubSpot's words where it said something */
};

/* `attempt` counts from 1 and lengthens some waits. Changes nothing, asks no clock. */
void policy_decide(enum job_kind kind, const struct http_answer *answer, int attempt, struct verdict *v);

#endif
