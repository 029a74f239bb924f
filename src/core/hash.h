/* SHA-256, in one go or as the bytes come, as lower-case hex.
 *
 * A fault in libcrypto (none is expected) is remembered and comes out of hash_end(), so that adding needs no check.
 */
#ifndef CORE_HASH_H
#define CORE_HASH_H

#include "core/err.h"

#include <stddef.h>

enum { HASH_HEX = 65 }; /* 64 digits and a NUL */

struct hash;

struct hash *hash_open(void); /* never NULL */
void hash_add(struct hash *h, const void *bytes, size_t size);

/* Gives the hash of what was added and begins anew: the next hash_add() is the first of another one. */
bool hash_end(struct hash *h, char hex[HASH_HEX], struct err *err);

void hash_close(struct hash *h);

/* The hash of these bytes. */
bool hash_of(const void *bytes, size_t size, char hex[HASH_HEX], struct err *err);

#endif
