/* The known word that somebody probably meant: the closest of those offered, if close enough to suggest.
 *
 *	struct nearest n = {.word = "timezon"};
 *	nearest_offer(&n, "timezone");	n.best is "timezone"
 */
#ifndef CLI_NEAREST_H
#define CLI_NEAREST_H

struct nearest {
	const char *word; /* as typed */
	const char *best; /* NULL: nothing like it */
	int distance;	  /* of best: insertions, deletions, replacements and swapped neighbours */
};

/* `known` must outlive `n`. Of two equally close words the one offered first stays. */
void nearest_offer(struct nearest *n, const char *known);

#endif
