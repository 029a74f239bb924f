#include "preview.h"

#include <string.h>

static const struct {
	const char *name, *text;
} entities[] = {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\\\""}, {"&#39;", "'"}, {"&nbsp;", " "}};

/* The bytes of a tag at p, which is a <; 1 when nothing closes it. */
static size_t
tag(const char *p, const char *end)
{
	const char *close = memchr(p, '>', (size_t)(end - p));

	return close == NULL ? 1 : (size_t)(close - p) + 1;
}

/* An entity at p: its text, and its size in *taken. NULL when it is none we know. */
static const char *
entity(const char *p, const char *end, size_t *taken)
{
	for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
		*taken = strlen(entities[i].name);
		if ((size_t)(end - p) >= *taken && memcmp(p, entities[i].name, *taken) == 0)
			return entities[i].text;
	}
	return NULL;
}

/* Bytes that stand for themselves: up to the next blank, tag, entity or escape, or the first `most`; at least one, and
 * whole characters. */
static size_t
plain(const char *p, const char *end, size_t most)
{
	const char *at = p + 1, *stop = (size_t)(end - p) > most ? p + most : end;

	while (at < stop && *at != ' ' && *at != '<' && *at != '&' && *at != '\\')
		at++;
	while (at < end && (*at & 0xC0) == 0x80)
		at++;
	return (size_t)(at - p);
}

/* How what comes next is shown: its bytes in *text, their number; 0 for nothing. *taken: bytes of the body. */
static size_t
next(const char *p, const char *end, size_t most, const char **text, size_t *taken)
{
	*text = p;
	*taken = 1;
	if (*p == '<') {
		*taken = tag(p, end);
		*text = " ";
		return *taken > 1;
	}
	if (*p == '&' && (*text = entity(p, end, taken)) != NULL)
		return strlen(*text);
	if (*p == '\\') {
		*taken = p[1] == 'u' ? 6 : 2;
		*text = strchr("nrtbf", p[1]) != NULL ? " " : p;
		return **text == ' ' ? 1 : *taken;
	}
	*text = p;
	*taken = *p == ' ' ? 1 : plain(p, end, most);
	return *taken;
}

bool
preview_write(struct slice body, struct buf *to)
{
	const char *p = body.bytes, *end = p + body.size, *text;
	size_t from = to->size, taken, size;
	bool gap = false;

	for (; p < end && to->size - from < PREVIEW_MAX; p += taken) {
		size = next(p, end, PREVIEW_MAX - (to->size - from), &text, &taken);
		if (size == 1 && *text == ' ') {
			gap = to->size > from;
			continue;
		}
		if (gap && size > 0)
			buf_char(to, ' ');
		gap = gap && size == 0;
		buf_add(to, text, size);
	}
	return p < end;
}
