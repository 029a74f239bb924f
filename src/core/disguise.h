/* Stand-ins for texts and numbers: of the same length and kind, the same for the same value and key, and of no use
 * without the key to find the value again (SHA-256 of key and value chooses every letter).
 */
#ifndef CORE_DISGUISE_H
#define CORE_DISGUISE_H

#include "core/buf.h"

#include <stdbool.h>
#include <stddef.h>

struct disguise;

struct disguise *disguise_open(const char *key); /* any text */
void disguise_close(struct disguise *d);	 /* NULL is fine */

/* Adds the stand-in of a text of as many bytes. Letters become other letters of the same case (of their script,
 * beyond ASCII; accented Latin letters stay), digits become digits. Everything else stays: blanks, signs, line ends,
 * bytes that are not UTF-8; and the names of HTML tags, entities, a leading RTF mark or reply prefix (RE:). */
void disguise_text(struct disguise *d, struct buf *to, const char *text, size_t size);

/* Adds the stand-in of a whole number, as it stands: blanks, sign, leading zeros and a fraction of zeros stay. Two
 * different numbers never get the same one; 0 stays, and a number that fits 32 or 64 bits gets one that does. False,
 * and nothing added: the text is no such number. */
bool disguise_number(struct disguise *d, struct buf *to, const char *text, size_t size);

#endif
