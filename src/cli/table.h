/* Plain text tables on stdout: columns aligned by what a terminal shows, numbers at the right and with separators.
 *
 *	struct table t = {.columns = columns, .count = 2};
 *	table_text(&t, "loaded"); table_number(&t, 1234);	one row, as there are two columns
 *	table_print(&t, stdout); table_clear(&t);
 *
 * Texts are copied, and shown harmless (shown.h). Nothing is padded at the end of a line.
 */
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include "core/buf.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct table_column {
	const char *head; /* "" for none; a table whose heads are all "" has no head line */
	bool right;	  /* numbers */
};

struct table {
	const struct table_column *columns;
	int count;

	/* The cells, row after row; the rest is the table's own. */
	struct buf text;
	struct buf cells;
};

/* The next cell; NULL is an empty one. */
void table_text(struct table *t, const char *text);
void table_number(struct table *t, int64_t n);

/* A share of a whole, with one decimal: 98.7%; empty when the whole is 0. Never rounded up to 100.0%. */
void table_share(struct table *t, int64_t part, int64_t whole);

void table_print(const struct table *t, FILE *to);
void table_clear(struct table *t);

#endif
