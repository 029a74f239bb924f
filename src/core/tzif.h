/* A time zone file (RFC 9636, TZif) of version 2 or later, in memory: its 64-bit changes and the rule behind them.
 */
#ifndef CORE_TZIF_H
#define CORE_TZIF_H

#include "core/err.h"
#include "core/tzrule.h"

#include <stddef.h>
#include <stdint.h>

enum { TZIF_OFFSET_MAX = 26 * 3600 }; /* no offset of any file is this far from UTC, to either side */

struct tzif {
	int64_t *times;	  /* UTC seconds, ascending */
	int32_t *offsets; /* seconds east of Greenwich from that time on */
	size_t count;
	int32_t first; /* the offset before the first time */
	bool has_rule; /* false: the last offset holds for ever */
	struct tzrule rule;
};

/* Reads a file's bytes. On success the caller ends with tzif_clear(); otherwise (ERR_ENVIRONMENT) `t` is empty. */
bool tzif_read(const char *bytes, size_t size, struct tzif *t, struct err *err);
void tzif_clear(struct tzif *t);

#endif
