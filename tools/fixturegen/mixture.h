/* mixture: which types, actions, statuses and priorities occur, how often, and the activity each must become. */
#ifndef FIXTUREGEN_MIXTURE_H
#define FIXTUREGEN_MIXTURE_H

#include <stdbool.h>
#include <stdint.h>

#include "dice.h"
#include "options.h"

enum activity { CALLS, EMAILS, MEETINGS, NOTES, TASKS, COMMUNICATIONS, POSTAL_MAIL, SKIPPED, HELD, ACTIVITIES };

extern const char *const mixture_activities[ACTIVITIES];

/* Codes may be NULL. `activity` is what the rule set of the mixture's name makes of them. */
struct codes {
	const char *type, *action, *status, *priority;
	enum activity activity;
	bool with_case; /* Comm_CaseId must have a value */
	bool mass_mail; /* one of many with the same subject, without a company */
};

/* The codes of a row. The first rows walk through all activities, so that small files have them too. */
struct codes mixture_pick(const struct options *o, uint64_t row, struct dice *d);

#endif
