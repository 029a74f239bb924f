#include "problem.h"

#include "core/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHOWN_MAX = 2000 }; /* bytes of a value that a message repeats */

void
problem_clear(struct problem *p)
{
	buf_clear(&p->message);
	buf_clear(&p->errors);
	buf_clear(&p->context);
	*p = (struct problem){0};
}

/* Owned by the caller. */
static char *words(const char *fmt, va_list args) __attribute__((format(printf, 1, 0)));

static char *
words(const char *fmt, va_list args)
{
	char *text = NULL;

	if (vasprintf(&text, fmt, args) < 0)
		abort();
	return text;
}

static void
quoted(struct buf *to, const char *text, size_t size)
{
	buf_char(to, '"');
	buf_json(to, text, size);
	buf_char(to, '"');
}

static void
member(struct buf *to, const char *name, const char *text)
{
	buf_format(to, "\"%s\":", name);
	quoted(to, text, strlen(text));
}

bool
problem_set(struct problem *p, int status, const char *category, const char *fmt, ...)
{
	va_list args;
	char *text;

	va_start(args, fmt);
	text = words(fmt, args);
	va_end(args);
	p->status = status;
	p->category = category;
	buf_reset(&p->message);
	buf_text(&p->message, text);
	free(text);
	return false;
}

void
problem_context(struct problem *p, const char *key, const char *fmt, ...)
{
	va_list args;
	char *text;

	va_start(args, fmt);
	text = words(fmt, args);
	va_end(args);
	if (p->context.size > 0)
		buf_char(&p->context, ',');
	buf_format(&p->context, "\"%s\":[", key);
	quoted(&p->context, text, strlen(text));
	buf_char(&p->context, ']');
	free(text);
}

bool
problem_property(
	struct problem *p, int64_t portal, const char *code, const char *name, struct slice value, const char *fmt, ...)
{
	va_list args;
	char *text;

	va_start(args, fmt);
	text = words(fmt, args);
	va_end(args);
	if (p->properties++ == 0)
		problem_set(p, 400, "VALIDATION_ERROR", "Property values were not valid: [");
	else
		buf_char(&p->message, ',');
	buf_text(&p->message, "{\"isValid\":false,");
	member(&p->message, "message", text);
	buf_format(&p->message, ",\"error\":\"%s\",", code);
	member(&p->message, "name", name);
	if (value.bytes != NULL && value.size <= SHOWN_MAX)
		buf_format(&p->message, ",\"propertyValue\":\"%.*s\"", (int)value.size, value.bytes);
	buf_char(&p->message, ',');
	member(&p->message, "localizedErrorMessage", text);
	buf_format(&p->message, ",\"portalId\":%lld}", (long long)portal);

	if (p->errors.size > 0)
		buf_char(&p->errors, ',');
	buf_char(&p->errors, '{');
	member(&p->errors, "message", text);
	buf_format(&p->errors, ",\"code\":\"%s\",\"context\":{\"propertyName\":[", code);
	quoted(&p->errors, name, strlen(name));
	buf_text(&p->errors, "]}}");
	free(text);
	return false;
}

static void
write_message(const struct problem *p, struct buf *to)
{
	buf_text(to, "\"message\":\"");
	buf_json(to, p->message.bytes, p->message.size);
	buf_text(to, p->properties > 0 ? "]\"" : "\"");
}

static void
write_list(struct buf *to, const char *name, const struct buf *items, const char *open, const char *close)
{
	if (items->size == 0)
		return;
	buf_format(to, ",\"%s\":%s", name, open);
	buf_add(to, items->bytes, items->size);
	buf_text(to, close);
}

void
problem_answer(const struct problem *p, struct random *chance, struct answer *a)
{
	struct buf *to = &a->body;

	answer_restart(a, p->status, answer_json);
	buf_text(to, "{\"status\":\"error\",");
	write_message(p, to);
	buf_text(to, ",\"correlationId\":\"");
	random_uuid(chance, to);
	buf_char(to, '"');
	write_list(to, "context", &p->context, "{", "}");
	write_list(to, "errors", &p->errors, "[", "]");
	if (p->category != NULL)
		buf_format(to, ",\"category\":\"%s\"", p->category);
	buf_char(to, '}');
}

void
problem_element(const struct problem *p, struct slice trace, struct buf *to)
{
	buf_format(to, "{\"status\":\"error\",\"category\":\"%s\",", p->category == NULL ? "ERROR" : p->category);
	write_message(p, to);
	buf_text(to, ",\"context\":{");
	buf_add(to, p->context.bytes == NULL ? "" : p->context.bytes, p->context.size);
	if (trace.bytes != NULL)
		buf_format(to, "%s\"objectWriteTraceId\":[\"%.*s\"]", p->context.size > 0 ? "," : "", (int)trace.size,
			trace.bytes);
	buf_char(to, '}');
	write_list(to, "errors", &p->errors, "[", "]");
	buf_char(to, '}');
}

void
problem_refuse(struct random *chance, struct answer *a, int status, const char *category, const char *fmt, ...)
{
	struct problem p = {0};
	va_list args;
	char *text;

	va_start(args, fmt);
	text = words(fmt, args);
	va_end(args);
	problem_set(&p, status, category, "%s", text);
	problem_answer(&p, chance, a);
	problem_clear(&p);
	free(text);
}
