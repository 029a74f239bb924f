/* What is done to a text before it is taken, by policy and never silently: NUL bytes, private-use characters (the
 * bullets that Word and Outlook leave), mojibake. Each is counted in cells.
 */
#ifndef INPUT_MEND_H
#define INPUT_MEND_H

#include "core/arena.h"

#include <stdbool.h>
#include <stdint.h>

struct mend_policy {
	bool drop_nul; /* take NUL bytes out; otherwise a cell with one is none of ours to mend */
	const char
		*private_use; /* "F02D - F0A7 *": what stands in for private-use characters, in pairs; "": leave them */
	bool repair;	      /* mend mojibake */
};

struct mend_counts {
	uint64_t nul, private_use, repaired; /* cells changed */
	uint64_t other_private_use;	     /* cells with private-use characters that the policy does not name */
};

/* Changes *text and *size to a copy in the arena when the policy changes them. True: mojibake was repaired. */
bool mend_text(const struct mend_policy *policy, const char **text, size_t *size, struct arena *arena,
	struct mend_counts *counts);

/* Private-use characters (U+E000 to U+F8FF) in UTF-8. */
bool mend_has_private_use(const char *text, size_t size);

#endif
