/* UTF-8 text: is it well formed, how long is it, and how does it look in HTML and in JSON.
 *
 * A text is bytes and a size; it may hold NUL and needs none at its end. Except for text_is_utf8() every function
 * expects well-formed UTF-8; on anything else it stays within the bytes, and its answer is of no use. The buf_
 * functions add to the end of the buffer. No locale anywhere: letters are ASCII letters.
 */
#ifndef CORE_TEXT_H
#define CORE_TEXT_H

#include "core/buf.h"

#include <stdbool.h>
#include <stddef.h>

enum { TEXT_EMAIL_MAX = 254 }; /* bytes; RFC 5321 4.5.3.1.3 less the angle brackets */

/* True when the bytes are UTF-8 as RFC 3629 has it: no overlong form, no surrogate, nothing above U+10FFFF. Otherwise
 * *bad_at (may be NULL) is where the first wrong sequence begins. NUL is a character like any other. */
bool text_is_utf8(const char *bytes, size_t size, size_t *bad_at);

size_t text_length(const char *bytes, size_t size); /* characters (code points) */
size_t text_utf16(const char *bytes, size_t size);  /* UTF-16 code units: what HubSpot's 65,536 counts */

/* Bytes of the first `count` characters; `size` when there are no more than that. */
size_t text_prefix(const char *bytes, size_t size, size_t count);

/* Moves both ends inward over white space: ASCII \t \n \v \f \r and space, and the no-break space U+00A0. */
void text_trim(const char **bytes, size_t *size);

/* Adds norm(text) as schema.md sections 5 and 6 have it: trimmed as above, ASCII letters in lower case. */
void buf_norm(struct buf *to, const char *bytes, size_t size);

/* True when the text is `word` (which ends with NUL), ASCII letters in either case. */
bool text_same(const char *bytes, size_t size, const char *word);

/* True when the text can be an e-mail address: at most 254 bytes, one @, something before it, behind it labels with at
 * least one dot between them and none of them empty; no white space, no control character, none of < > , ; anywhere.
 * A check for plausibility, not RFC 5322: quoted local parts with such characters are refused, much else passes. */
bool text_is_email(const char *bytes, size_t size);

/* Adds the text as HTML: & < > become &amp; &lt; &gt;, every CRLF, LF or CR becomes <br>, the other C0 control
 * characters except TAB are dropped; everything else stays byte for byte, U+007F and the C1 characters too. */
void buf_html(struct buf *to, const char *bytes, size_t size);

/* Adds the text as the inside of a JSON string (RFC 8259), without the quotes, in the shortest form: \" \\ \b \t \n \f
 * \r, \u00xx (lower-case hex) for the other C0 characters, everything else as it is. */
void buf_json(struct buf *to, const char *bytes, size_t size);

/* Adds buf_json(buf_html(text)) in one pass. Returns the UTF-16 code units of the HTML. */
size_t buf_html_json(struct buf *to, const char *bytes, size_t size);

#endif
