#include "steps/stage/input/csvtext.h"

#include <string.h>

static bool
is_risky(char c)
{
	return c != '\0' && strchr("=+-@\t\r'", c) != NULL;
}

void
csvtext_person(struct buf *to, const char *text, size_t size, bool quoted)
{
	bool prefix = size > 0 && is_risky(text[0]);
	bool quote = size == 0 && quoted;

	for (size_t i = 0; i < size && !quote; i++)
		quote = text[i] == ',' || text[i] == '"' || text[i] == '\n' || text[i] == '\r';
	if (quote)
		buf_char(to, '"');
	if (prefix)
		buf_char(to, '\'');
	for (size_t i = 0; i < size; i++) {
		if (text[i] == '"')
			buf_char(to, '"');
		buf_char(to, text[i]);
	}
	if (quote)
		buf_char(to, '"');
}

void
csvtext_unprefix(const char **text, size_t *size)
{
	if (*size >= 2 && (*text)[0] == '\'' && is_risky((*text)[1])) {
		++*text;
		--*size;
	}
}
