#include "steps/push/line.h"

#include "core/number.h"

#include <string.h>

#define PROPERTIES   "\"properties\":{"
#define ASSOCIATIONS ",\"associations\":["
#define TRACE	     "],\"objectWriteTraceId\":\""
#define ID	     "{\"id\":\""

/* An unescaped quote cannot stand inside a JSON string, so these marks are found only where they are meant. */
static const char *
find(const char *from, const char *end, const char *mark)
{
	return memmem(from, (size_t)(end - from), mark, strlen(mark));
}

static bool
begins(const char *from, const char *end, const char *mark)
{
	size_t size = strlen(mark);

	return (size_t)(end - from) >= size && memcmp(from, mark, size) == 0;
}

/* Reads digits up to the quote; *at is then behind it. */
static bool
quoted_number(const char **at, const char *end, int64_t *n)
{
	const char *quote = memchr(*at, '"', (size_t)(end - *at));

	if (quote == NULL || quote == *at || number_int64(*at, (size_t)(quote - *at), false, n) != NUMBER_GOOD)
		return false;
	*at = quote + 1;
	return true;
}

static int
count_links(const char *from, const char *end)
{
	int n = 0;

	while ((from = find(from, end, "\"to\":{")) != NULL) {
		from++;
		n++;
	}
	return n;
}

bool
line_cut(const char *bytes, size_t size, struct line *line)
{
	const char *at = bytes, *end = bytes + size, *links, *trace;

	*line = (struct line){0};
	if (begins(at, end, ID)) {
		at += strlen(ID);
		if (!quoted_number(&at, end, &line->hubspot_id) || line->hubspot_id <= 0 || at == end || *at++ != ',')
			return false;
	} else if (size == 0 || *at++ != '{') {
		return false;
	}
	if (!begins(at, end, PROPERTIES))
		return false;
	links = find(at, end, ASSOCIATIONS);
	trace = links == NULL ? NULL : find(links, end, TRACE);
	if (trace == NULL)
		return false;
	line->payload = (struct line_part){at, (size_t)(end - at)};
	line->properties = (struct line_part){at, (size_t)(links - at)};
	links += strlen(ASSOCIATIONS) - 1;
	line->associations = (struct line_part){links, (size_t)(trace - links) + 1};
	line->link_count = count_links(links, trace);
	at = trace + strlen(TRACE);
	return quoted_number(&at, end, &line->id) && end - at == 1 && *at == '}';
}

void
line_create(const struct line *line, struct buf *to)
{
	buf_char(to, '{');
	buf_add(to, line->payload.bytes, line->payload.size);
}

void
line_update(const struct line *line, int64_t hubspot_id, struct buf *to)
{
	buf_format(to, ID "%lld\",", (long long)hubspot_id);
	buf_add(to, line->properties.bytes, line->properties.size);
	buf_format(to, ",\"objectWriteTraceId\":\"%lld\"}", (long long)line->id);
}
