#include "answer.h"

#include "core/mem.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

const char answer_json[] = "application/json;charset=utf-8";

void
answer_clear(struct answer *a)
{
	buf_clear(&a->body);
	for (int i = 0; i < a->header_count; i++)
		free(a->headers[i].value);
	*a = (struct answer){0};
}

void
answer_restart(struct answer *a, int status, const char *content_type)
{
	buf_reset(&a->body);
	a->status = status;
	a->content_type = content_type;
}

void
answer_header(struct answer *a, const char *name, const char *fmt, ...)
{
	char *value = NULL;
	va_list args;

	va_start(args, fmt);
	if (vasprintf(&value, fmt, args) < 0)
		abort();
	va_end(args);
	if (a->header_count < ANSWER_HEADERS)
		a->headers[a->header_count++] = (struct answer_header){name, value};
	else
		free(value);
}

void
answer_raw(const struct answer *a, struct buf *to)
{
	buf_format(to, "HTTP/1.1 %d Scripted\r\n", a->status);
	for (int i = 0; i < a->header_count; i++)
		buf_format(to, "%s: %s\r\n", a->headers[i].name, a->headers[i].value);
	if (a->content_type != NULL)
		buf_format(to, "Content-Type: %s\r\n", a->content_type);
	buf_format(to, "Content-Length: %zu\r\n\r\n", a->body.size);
	buf_add(to, a->body.bytes == NULL ? "" : a->body.bytes, a->body.size);
}
