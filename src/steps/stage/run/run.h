/* The whole job in one go, all or nothing. */
#ifndef RUN_RUN_H
#define RUN_RUN_H

#include "steps/stage/account.h"
#include "steps/stage/stage.h"
#include "steps/stage/run/workspace.h"

/* Builds a new database, rejects and bundle from stage->inputs beside what the workspace holds and switches them
 * into place. Receipts are taken over from the database that is there. On success stage->db is the new one, open to
 * read; on failure the workspace is as it was and stage->db is NULL. */
bool run_all(struct stage *stage, struct workspace *w, struct err *e);

/* The same for an empty database: the step init. */
bool run_init(struct stage *stage, struct workspace *w, struct err *e);

#endif
