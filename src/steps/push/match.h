/* What an answer says of each record of a job. Pure: bytes in, fates out.
 *
 * Records are told apart by the key property of a result (never by position) and by the trace ids of an error. What an
 * answer does not name has FATE_NONE; what it names in two ways that cannot both be true has FATE_DOUBTFUL.
 */
#ifndef PUSH_MATCH_H
#define PUSH_MATCH_H

#include "core/buf.h"
#include "steps/push/job.h"

/* Fills the fates of j->items. False when the body is no such answer (not JSON, no results): nothing is known then. */
bool match_answer(struct job *j, const char *key_property, const struct buf *body);

#endif
