/* Lists of e-mail addresses as mail programs and CRMs write them into one cell:
 * `Ada Byte<ada@example.com>;bob@example.com`. */
#ifndef CORE_ADDRESS_H
#define CORE_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>

struct address {
	const char *text; /* within the list: what stands in <>, else the entry without blanks and quotes around it */
	size_t size;
};

/* The next entry of the list from *at on, which moves behind it; false at its end. Entries are parted by semicolons;
 * one with several @ is parted by commas too, as a comma may stand in a name. Empty entries are left out. Whether an
 * entry is an address is text_is_email()'s to say. */
bool address_next(const char **at, const char *end, struct address *a);

#endif
