#include "core/address.h"

#include "core/text.h"

#include <string.h>

static size_t
count_ats(const char *bytes, size_t size)
{
	size_t ats = 0;

	for (size_t i = 0; i < size; i++)
		ats += bytes[i] == '@';
	return ats;
}

static bool
is_around(char c)
{
	return c == '\'' || c == '"' || c == '[' || c == ']' || c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* What stands in <>, else the whole without what may stand around it. */
static struct address
inner(const char *bytes, size_t size)
{
	const char *open = memchr(bytes, '<', size);
	const char *close = open == NULL ? NULL : memchr(open, '>', (size_t)(bytes + size - open));

	if (close != NULL) {
		bytes = open + 1;
		size = (size_t)(close - bytes);
	}
	while (size > 0 && is_around(bytes[0])) {
		bytes++;
		size--;
	}
	while (size > 0 && is_around(bytes[size - 1]))
		size--;
	return (struct address){bytes, size};
}

bool
address_next(const char **at, const char *end, struct address *a)
{
	*a = (struct address){0};
	while (a->size == 0 && *at < end) {
		size_t left = (size_t)(end - *at), size;
		const char *semicolon = memchr(*at, ';', left), *comma;

		size = semicolon == NULL ? left : (size_t)(semicolon - *at);
		if (count_ats(*at, size) > 1) {
			comma = memchr(*at, ',', size);
			if (comma != NULL)
				size = (size_t)(comma - *at);
		}
		*a = inner(*at, size);
		*at += size < left ? size + 1 : size;
	}
	return a->size > 0;
}
