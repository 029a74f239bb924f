/* redact: a copy of an input file without personal data that fails, loads and joins as the file does. */
#ifndef LOOK_REDACT_H
#define LOOK_REDACT_H

#include "rules/ruleset.h"
#include "steps/stage/input/intake.h"

struct redact_counts {
	uint64_t records, cells; /* the header among them */
	uint64_t kept;		 /* cells as they were: empty ones, null markers, dates, known codes */
};

/* Writes the copy to `to`, which must not be there. `key` chooses the stand-ins; NULL: the file's own hash does.
 * Codes that the rules or a built-in rule set know stay, dates of the time columns too. On failure `to` is not
 * there. */
bool redact_file(const char *from, const char *to, const char *key, const struct ruleset *rules,
	const struct intake_options *as, const char *null_markers, struct redact_counts *counts, struct err *e);

#endif
