/* The steps of hubstage-push, one file each. They work on a struct push whose options are set; what they open,
 * push_clear() closes. What they find goes into the caller's struct; cli/ puts it into words.
 */
#ifndef PUSH_STEPS_H
#define PUSH_STEPS_H

#include "steps/push/engine.h"
#include "steps/push/intake.h"
#include "steps/push/portal.h"
#include "steps/push/tally.h"

/* check: is the portal ready? */
struct check_result {
	struct portal portal;
	enum portal_key keys[ACTIVITIES];
	bool made[ACTIVITIES];	       /* by this call */
	char refused[ACTIVITIES][256]; /* "" or why the type cannot be asked for */
	bool good, lacks_key;	       /* lacks_key: of a type that could be asked for; push refuses it likewise */
};

bool step_check(struct push *p, bool create_key, struct check_result *r, struct err *e);

/* snapshot: portal.json, for hubstage validate --portal. */
bool step_snapshot(struct push *p, const char *file, int64_t *properties, int64_t *owners, struct err *e);

/* plan: what push would do. */
struct plan_result {
	struct intake intake;
	struct tallies before, after;	 /* all of the journal; the bundle, when it is taken in */
	int64_t calls, seconds;		 /* to send it, at the rate that is allowed */
	int64_t quota_limit, quota_used; /* of the day; -1: not known */
};

/* Changes nothing. Asks HubSpot for the quota only when there is a token. */
bool step_plan(struct push *p, struct plan_result *r, struct err *e);

/* push and reconcile. */
struct send_result {
	struct portal portal;
	struct intake intake;
	int64_t chosen;	      /* records of a test push; -1: all */
	struct engine engine; /* its counts, and why it stopped */
	struct tallies tallies;
	int64_t calls;
	double seconds;
};

/* The exit status that the result deserves: 0, 3, or the kind of an error. */
int send_status(const struct send_result *r);

bool step_push(struct push *p, struct send_result *r, struct err *e);
bool step_reconcile(struct push *p, struct send_result *r, struct err *e);

/* rollback: archives what this journal created and nobody edited since. `tell` gets each record that is left alone. */
struct rollback_result {
	struct portal portal;
	struct engine engine; /* candidates, archived (or would be), edited, gone, given_up */
	struct tallies tallies;
	int64_t calls;
};

bool step_rollback(struct push *p, void (*left)(void *, const struct item *, enum activity, const char *),
	void *context, struct rollback_result *r, struct err *e);

/* report: api_test_report or production_push_report .md .html .json in a directory. */
struct report_result {
	const char *name;
	bool kpis_met;
};

bool step_report(struct push *p, const char *dir, struct report_result *r, struct err *e);

#endif
