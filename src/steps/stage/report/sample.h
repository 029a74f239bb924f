/* The sample to check by eye: ten communications a type, the odd ones first, source and derived values side by side. */
#ifndef REPORT_SAMPLE_H
#define REPORT_SAMPLE_H

#include "steps/stage/stage.h"

enum { REPORT_SAMPLE = 10 };

/* An array of {id, activity, why, file, line, source: {...}, derived: {...} or null}. The tally must have been made.
 * NULL: failed. */
json_t *report_sample(struct stage *stage, struct err *e);

#endif
