/* diff: two workspaces held against each other in SQL, both open to read only. */
#ifndef LOOK_DIFF_H
#define LOOK_DIFF_H

#include "core/db.h"

/* Opens two databases and compares them. The handle then has the statements diff_sides.sql, diff_summary.sql and
 * diff_rows.sql answered; what was found lies in its temporary tables, on disk. NULL on failure. */
struct db *diff_open(const char *old_path, const char *new_path, struct err *e);

#endif
