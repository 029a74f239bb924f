/* Counts how often each key was seen, and by whom first. A key is a list of fields, each a text or nothing. */
#ifndef REPORT_KEYS_H
#define REPORT_KEYS_H

#include "core/buf.h"

#include <stdbool.h>
#include <stdint.h>

struct report_keys;

/* More keys than `max` are not taken in. */
struct report_keys *report_keys_open(size_t max);
void report_keys_close(struct report_keys *k); /* NULL is fine */

/* Adds a field to a key that is being made; NULL is nothing. */
void report_key_field(struct buf *key, const char *text, size_t size);

/* Takes the next field off a key: true while there is one. *text NULL: nothing. */
bool report_key_next(const char **key, const char *end, const char **text, size_t *size);

/* Counts the key once. False when it is a new one and there is no room; with `always` there is. */
bool report_keys_count(struct report_keys *k, const struct buf *key, int64_t id, bool always);

struct report_counted {
	const char *key;
	size_t size;
	int64_t rows, first_id;
};

size_t report_keys_size(const struct report_keys *k);

/* In the order in which they were first seen. */
struct report_counted report_keys_get(const struct report_keys *k, size_t at);

#endif
