/* derive, as a step of its own and as the pass of a run that also writes the bundle. */
#ifndef STAGE_DERIVE_H
#define STAGE_DERIVE_H

#include "steps/stage/bundle.h"

/* Fills the seven tables from their views, with payloads and findings, in the caller's transaction; every row that
 * goes into the bundle is given to `bundle` unless it is NULL. A row that breaks a check of its table becomes an
 * error row. */
bool derive_run(struct stage *stage, struct bundle *bundle, struct err *e);

/* Whether every template fits its view: what rules check asks beyond parsing. */
bool rules_fit(struct stage *stage, const struct template_set *templates, struct err *e);

#endif
