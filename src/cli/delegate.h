/* Hands the command line over to another program of the family: `hubstage push ...` runs hubstage-push, as git does. */
#ifndef CLI_DELEGATE_H
#define CLI_DELEGATE_H

#include "core/err.h"

#include <stdbool.h>

/* Executes `program`, found beside this one or else in PATH, with `first` (NULL: none) and then the arguments. Does not
 * return when that works; returns false with ERR_ENVIRONMENT when it is not installed. */
bool delegate_run(const char *program, const char *first, char *const *args, int count, struct err *e);

#endif
