/* What changed since the run before.
 *
 * Every run leaves its result in the table run_result. The one that counts as previous is the last that differs:
 * running again on the same files, rules and time changes nothing, so it gives the same report.
 *
 * */
#ifndef REPORT_PREVIOUS_H
#define REPORT_PREVIOUS_H

#include "steps/stage/stage.h"

/* Stores the result of this run and adds to the document: `previous`, an object or null, and `changes`, an array of
 * {what, before, now}. */
bool report_previous(struct stage *stage, json_t *document, struct err *e);

#endif
