/* explain: one communication from its place in the file to its payload and what HubSpot made of it, as one JSON object.
 *
 * Ids, dates and codes stand as they are; names, addresses, subjects and notes only when asked for, else their length.
 */
#ifndef LOOK_EXPLAIN_H
#define LOOK_EXPLAIN_H

#include "steps/stage/look/reread.h"
#include "steps/stage/stage.h"

/* A new reference; NULL on failure: ERR_USAGE when the workspace has no such communication. `journal`: push.db, which
 * need not be there. Members:
 *
 *	id, rule_set, show_values
 *	places       array of row (loaded, merged, replaced), file, line, byte_offset, byte_length
 *	file         the row read again from its file (look/reread.h); null when the file is not at hand
 *	codes        type, action ... has_email, and the result: rule, activity, direction, activity_status, reason,
 *	             decision, decision_code, decision_reason, staging_status, error
 *	rules        array of rule, activity, outcome (fires, later, no), why
 *	filters      array of filter, code, decision, parameter, reason
 *	source       array of column, value or length
 *	references   array of row, entity, legacy_id, hubspot_id, state
 *	columns      array of column, value or length, source, rule: the derived row as the view gives it
 *	payload      null, or status, hubspot_id, pushed_at, error; properties (property, column, value or
 *	             length); associations
 *	findings     array of kind, code, property, message
 *	hubspot      array of source, activity, status, hubspot_id, pushed_at, error
 *	journal      array of what push.db has; journal_error beside it when it cannot be read */
json_t *explain(struct stage *stage, int64_t id, const struct reread_files *files, bool show_values,
	const char *journal, struct err *e);

#endif
