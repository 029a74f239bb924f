/* HubSpot's error bodies, which may be JSON of several shapes, HTML, or nothing: one line to show, and what is asked
 * for. */
#ifndef PUSH_WORDS_H
#define PUSH_WORDS_H

#include "core/buf.h"

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

/* "429: You have reached your secondly limit." The scopes that a 403 misses are added. Never longer than `room`. */
void words_refusal(int status, const struct buf *body, char *text, size_t room);

/* policyName of a 429: SECONDLY, TEN_SECONDLY_ROLLING, DAILY, found in the name or the message; "" when there is
 * none. */
void words_policy(const struct buf *body, char *policy, size_t room);

/* Of one error object: its code (a property's before the category), its message (likewise), and whether it says that
 * the record is there already. */
void words_error_code(const json_t *error, char *code, size_t room);
void words_error_message(const json_t *error, char *message, size_t room);
bool words_error_conflict(const json_t *error);

/* A line of text from outside: control characters become blanks, what does not fit is cut after a whole character. */
void words_line(const char *from, size_t size, char *to, size_t room);

#endif
