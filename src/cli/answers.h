/* What run, the steps and status say on stdout, as a table for people or as one JSON document. */
#ifndef CLI_ANSWERS_H
#define CLI_ANSWERS_H

#include "cli/context.h"

/* The accounting, the rows per activity, rejects and findings by code, the checkpoints, the steps. Sets in->status:
 * STATUS_CHECKPOINT when a gate of v_gate is not passed, else STATUS_ROWS when rows were rejected, held or in error. */
bool answer_workspace(struct context *c, struct invocation *in, const char *document, struct err *e);

/* The checkpoints with their values, thresholds and evidence. Sets in->status as above. `portal`: what portal_check()
 * found, or NULL; lines that the portal would refuse are STATUS_ROWS. */
bool answer_gates(struct context *c, struct invocation *in, json_t *portal, struct err *e);

/* Prints a document as JSON: {"document": NAME, "version": 1, ...}; takes over the reference. */
bool answer_json(const char *name, json_t *members, struct err *e);

#endif
