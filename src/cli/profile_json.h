/* profile --json: the document (docs/json.md). */
#ifndef CLI_PROFILE_JSON_H
#define CLI_PROFILE_JSON_H

#include "cli/context.h"
#include "steps/stage/look/profile.h"

bool profile_json(const struct context *c, const struct profile *p, struct err *e);

#endif
