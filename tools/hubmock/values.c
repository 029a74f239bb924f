#include "values.h"

#include "core/text.h"

#include <string.h>

enum { HEAD = sizeof(uint16_t) + sizeof(uint32_t) };

void
values_add(struct buf *to, int property, struct slice text)
{
	uint16_t number = (uint16_t)property;
	uint32_t size = (uint32_t)text.size;
	char *p = buf_room(to, HEAD + text.size);

	memcpy(p, &number, sizeof number);
	memcpy(p + sizeof number, &size, sizeof size);
	memcpy(p + HEAD, text.bytes, text.size);
	to->size += HEAD + text.size;
}

bool
values_next(struct slice values, size_t *at, struct value *v)
{
	uint16_t number;
	uint32_t size;

	if (*at >= values.size)
		return false;
	memcpy(&number, values.bytes + *at, sizeof number);
	memcpy(&size, values.bytes + *at + sizeof number, sizeof size);
	*v = (struct value){number, {values.bytes + *at + HEAD, size}};
	*at += HEAD + size;
	return true;
}

struct slice
values_find(struct slice values, int property)
{
	struct value v;

	for (size_t at = 0; values_next(values, &at, &v);)
		if (v.property == property)
			return v.text;
	return (struct slice){NULL, 0};
}

struct slice
values_text(struct slice s, bool unusual, struct buf *spare)
{
	struct buf plain = {0};
	size_t from = spare->size;

	if (!unusual)
		return s;
	tree_unescape(s, &plain);
	buf_json(spare, plain.size > 0 ? plain.bytes : "", plain.size);
	buf_clear(&plain);
	return (struct slice){spare->bytes + from, spare->size - from};
}
