/* A rule set told to people, in Markdown: what docs/rules-*.md are made of. */
#ifndef CLI_RULES_SHOW_H
#define CLI_RULES_SHOW_H

#include "cli/context.h"

/* Prints the set that is installed in c->stage.db; with --json one document with the same in arrays. */
bool rules_show(struct context *c, struct invocation *in, struct err *e);

#endif
