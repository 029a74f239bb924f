/* The access token: where it may come from, and that it goes nowhere else. */
#ifndef CLI_PUSH_TOKEN_H
#define CLI_PUSH_TOKEN_H

#include "core/err.h"

/* The first line of `file` (--token-file) or of the file that HUBSPOT_ACCESS_TOKEN_FILE names, or else
 * HUBSPOT_ACCESS_TOKEN, which is then taken out of the environment. NULL: ERR_USAGE when there is none or it can be
 * no token, ERR_ENVIRONMENT when the file cannot be read. End with token_forget(). */
char *token_read(const char *file, struct err *e);
/* Would token_read() find one? */
bool token_is_given(const char *file);

void token_forget(char *token); /* NULL is fine */

/* No core dumps and no debugger from now on: both would show it. */
void token_protect(void);

#endif
