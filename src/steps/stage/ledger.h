/* What is kept of the rows beside the 22 columns: repaired cells with their original bytes, what the file calls
 * private or deleted where the rule set asks, and the other columns when the user wants them.
 */
#ifndef STAGE_LEDGER_H
#define STAGE_LEDGER_H

#include "core/buf.h"
#include "core/db.h"
#include "steps/stage/input/reader.h"

struct ledger {
	struct query repair, mark, extra, drop_mark, drop_extra;
	bool uses_marks;	/* a filter of the rule set asks for them */
	struct buf used_extras; /* what columns.csv names as sources, comma-separated, ended by NUL */
};

/* The rules must be installed in `db`. ledger_close() is fine on a zeroed struct. */
bool ledger_open(struct ledger *l, struct db *db, struct err *e);
void ledger_close(struct ledger *l);

/* Any row that was read, loaded or not. */
bool ledger_note(struct ledger *l, const struct reader *r, const struct row *row, int64_t input, struct err *e);

/* A row that was loaded, or merged with one that was. */
bool ledger_keep(struct ledger *l, const struct reader *r, const struct row *row, struct err *e);

/* Forgets what was kept of a communication that is replaced. */
bool ledger_drop(struct ledger *l, int32_t id, struct err *e);

#endif
