/* encode: UTF-8 text in the other encodings that exports arrive in.
 *
 * MAC_MOJIBAKE is the double damage of a real export: UTF-8 read as Windows-1252, then saved as Mac Roman, so that an
 * e-acute is the bytes CC A9. What an encoding does not have becomes '?', as in the exports themselves.
 */
#ifndef FIXTUREGEN_ENCODE_H
#define FIXTUREGEN_ENCODE_H

#include <stdbool.h>
#include <stddef.h>

enum encoding { UTF_8, UTF_16LE, UTF_16BE, WINDOWS_1252, MAC_MOJIBAKE };

/* Writes the `length` bytes of whole characters at `text` to `out`, which holds 2 * length bytes; gives the bytes
 * written. */
size_t encode_text(enum encoding encoding, const char *text, size_t length, char *out);

/* Whether all of the text survives in that encoding. */
bool encode_keeps(enum encoding encoding, const char *text, size_t length);

/* The code point of the UTF-8 sequence at *text, which is moved behind it. The text must be valid UTF-8. */
unsigned encode_next(const char **text);

#endif
