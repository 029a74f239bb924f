#include "property_option.h"

#include <string.h>

enum { OPTION_END = 30, VALUE_END = 31 };

void
property_option_add(struct buf *options, struct slice value, struct slice label)
{
	if (options->size > 0)
		buf_char(options, OPTION_END);
	buf_add(options, value.bytes, value.size);
	buf_char(options, VALUE_END);
	buf_add(options, label.bytes, label.size);
}

bool
property_next_option(const char **at, struct slice *value, struct slice *label)
{
	const char *middle = strchr(*at, VALUE_END), *end = strchrnul(*at, OPTION_END);

	if (**at == '\0')
		return false;
	*value = (struct slice){*at, (size_t)(middle - *at)};
	*label = (struct slice){middle + 1, (size_t)(end - middle) - 1};
	*at = end + (*end != '\0');
	return true;
}

bool
property_option(const struct property *p, const char *text, size_t size)
{
	const char *at = p->options;
	struct slice value, label;

	while (at != NULL && property_next_option(&at, &value, &label))
		if (value.size == size && memcmp(value.bytes, text, size) == 0)
			return true;
	return false;
}
