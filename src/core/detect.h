/* Which encoding a file is in, from its first bytes: said with the reason, never guessed silently.
 *
 * In this order: a byte order mark; the NUL bytes of UTF-16 without one; strict UTF-8; double mojibake in Mac Roman;
 * then Windows-1252 or Mac Roman by what their letters would make of the words. ISO-8859-1 differs from Windows-1252
 * only in control characters that no text has, and is therefore never found.
 */
#ifndef CORE_DETECT_H
#define CORE_DETECT_H

#include <stdbool.h>
#include <stddef.h>

struct detection {
	const char *encoding; /* iconv's name: "UTF-8", "UTF-16LE", "WINDOWS-1252", "MACINTOSH" ... */
	size_t bom;	      /* bytes of the byte order mark */
	bool sure;	      /* false: the best guess, to be confirmed by the user */
	size_t damaged;	      /* sequences that were UTF-8 before somebody read them as Windows-1252 */
	char reason[160];
};

/* `whole`: the bytes are all of the file, so that a character cut off at their end is a fault. */
void detect_encoding(const char *bytes, size_t size, bool whole, struct detection *d);

/* What the bytes are when they are no text at all, as a noun with its article ("an Excel workbook"); NULL: may be
 * text. */
const char *detect_other(const char *bytes, size_t size);

#endif
