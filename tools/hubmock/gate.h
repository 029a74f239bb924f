/* What every request must pass before its handler sees it: token, scopes, limits, in this order. */
#ifndef HUBMOCK_GATE_H
#define HUBMOCK_GATE_H

#include "mock.h"

/* `authorization` and `content_type`: the headers, NULL when absent. False with an answer. Adds HubSpot's headers to
 * the answer either way. Counts the request for the limits. */
bool gate_pass(
	struct mock *m, const struct request *r, const char *authorization, const char *content_type, struct answer *a);

/* The bodies of 429, 401 and 403, also for scripted ones. `name`: of the policy. */
void gate_refuse_rate(struct mock *m, struct answer *a, const char *name, const char *message);
void gate_refuse_token(struct mock *m, struct answer *a);
void gate_refuse_scope(struct mock *m, struct answer *a, const char *scope);

#endif
