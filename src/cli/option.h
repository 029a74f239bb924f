/* Options as descriptors that point at variables.
 *
 * A table is static and const and ends with {0}. A row has exactly one of flag, text, number, choice and list; parsing
 * stores into that variable. What the variable holds before is the default, and help shows it.
 *
 *	static const char *out = "out";
 *	static const struct option options[] = {
 *		{.name = "out", .value = "DIR", .text = &out, .summary = "the workspace"},
 *		{.inherit = input_options, .summary = "Input options"},
 *		{0}};
 *
 * Values point into argv and live as long as it does.
 */
#ifndef CLI_OPTION_H
#define CLI_OPTION_H

#include "core/err.h"

#include <stdbool.h>
#include <stdint.h>

struct option_list {
	const char **items; /* in the order given; the array is never freed */
	int count;
};

struct option {
	const char *name;      /* "as-of" for --as-of */
	char letter;	       /* 'q' for -q; 0: none */
	const char *value;     /* what help calls the value: "TIME" */
	const char *summary;   /* one sentence, no full stop; of an inherited table: its heading in help */
	const char *otherwise; /* the default in words, where the variable cannot say it: "now" */

	bool *flag;		    /* takes no value, becomes true */
	const char **text;	    /* the last one given wins, as for number and choice */
	int64_t *number;	    /* from min to max */
	int64_t min, max;	    /* both 0: any */
	int *choice;		    /* index into choices */
	const char *const *choices; /* ended by NULL */
	struct option_list *list;   /* may be given again and again */

	const struct option *inherit; /* a row without a name: the rows of that table stand here */
};

/* Parses `*count` arguments against the tables (ended by NULL). The operands move to the front of `args`, in their
 * order, and `*count` becomes their number.
 *
 * --name VALUE and --name=VALUE, -q -v and -qv, -oVALUE and -o VALUE; "--" ends the options, "-" is an operand. A
 * separate value may not begin with "--": so a forgotten value does not eat the next option.
 * Fails with ERR_USAGE, naming the option as it was written.
 */
bool option_parse(const struct option *const *tables, char **args, int *count, struct err *e);

/* The index of the first operand; -1 when there is none. Stores nothing. Fails as option_parse() does. */
bool option_first_operand(const struct option *const *tables, char **args, int count, int *index, struct err *e);

/* Whether --name (or -letter) stands alone among the arguments before "--". Knows no table, so it works in a line that
 * is otherwise wrong. */
bool option_stands(char *const *args, int count, const char *name, char letter);

#endif
