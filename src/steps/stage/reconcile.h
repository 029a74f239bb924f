/* The reconciliation files: which HubSpot record each legacy record is. */
#ifndef STAGE_RECONCILE_H
#define STAGE_RECONCILE_H

#include "steps/stage/stage.h"

/* Reads the files of stage->inputs that are given into their tables, which must be empty, within the caller's
 * transaction.
 *
 * The two key columns must be there; other columns that the table has are kept, the rest is ignored. A file with an
 * id that is none is refused (ERR_INPUT with line and column). A row without a legacy id is of no use and is
 * skipped. The same pair twice is one; a legacy id with two HubSpot ids goes to ambiguous_mapping, and neither is
 * used. */
bool reconcile_load(struct stage *stage, struct err *e);

#endif
