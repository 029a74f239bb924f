/* The rule set that a run did not use: what it would have made of the same codes. */
#ifndef REPORT_OTHER_H
#define REPORT_OTHER_H

#include "steps/stage/classify.h"
#include "steps/stage/stage.h"

enum {
	OTHER_CODES = 4,
	OTHER_FLAGS = 6
}; /* type, action, status, priority; case, person, company, deal, note, email */

struct report_other {
	char *name; /* NULL: there is no other one */
	char sha256[HASH_HEX];
	bool tests[CLASSIFY_TESTS]; /* what it looks at; the rest makes no difference */
	bool adds_action;	    /* it looks at Comm_Action, and the run's own does not */
	struct db *db;
	struct query insert, classify, answer;
};

/* Takes the first built-in set that differs from the run's. report_other_close() is fine on a zeroed struct. */
bool report_other_open(struct report_other *o, const struct stage *stage, struct err *e);
void report_other_close(struct report_other *o);

/* The activity and why, valid until the next call. A rule that tests subjects sees none here. */
bool report_other_classify(struct report_other *o, const char *const codes[OTHER_CODES], const bool flags[OTHER_FLAGS],
	const char **activity, const char **reason, struct err *e);

#endif
