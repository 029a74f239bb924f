/* The batch endpoints of the activities. */
#ifndef HUBMOCK_BATCH_H
#define HUBMOCK_BATCH_H

#include "mock.h"
#include "problem.h"

enum { BATCH_MAX = 100 };

mock_handler batch_create, batch_update, batch_upsert, batch_read, batch_archive;

/* Reads the body into `j` and finds its inputs: at least one, at most `limit`. *inputs is their node. */
bool batch_inputs(const struct request *r, struct tree *j, uint32_t limit, uint32_t *inputs, struct problem *p);

/* Reads the body of any request. False with HubSpot's words about bad JSON. */
bool batch_body(const struct request *r, struct tree *j, struct problem *p);

/* Adds ,"startedAt":...,"completedAt":...} to an answer that took a moment. */
void batch_end(const struct mock *m, const struct request *r, struct buf *to);

#endif
