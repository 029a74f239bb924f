#include "core/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void
err_clear(struct err *e)
{
	e->kind = ERR_NONE;
	e->text[0] = '\0';
}

/* vsnprintf that shows with "..." that it had to cut. */
static void __attribute__((format(printf, 3, 0))) format(char *to, size_t size, const char *fmt, va_list args)
{
	int n = vsnprintf(to, size, fmt, args);

	if (n >= (int)size)
		memcpy(to + size - 4, "...", 4);
}

bool
err_set(struct err *e, enum err_kind kind, const char *fmt, ...)
{
	va_list args;

	e->kind = kind;
	va_start(args, fmt);
	format(e->text, sizeof e->text, fmt, args);
	va_end(args);
	return false;
}

bool
err_system(struct err *e, const char *fmt, ...)
{
	int number = errno;
	char head[ERR_TEXT_MAX / 2];
	va_list args;

	va_start(args, fmt);
	format(head, sizeof head, fmt, args);
	va_end(args);
	return err_set(e, ERR_ENVIRONMENT, "%s: %s", head, strerror(number));
}

bool
err_place(struct err *e, const char *fmt, ...)
{
	char place[ERR_TEXT_MAX / 2], old[ERR_TEXT_MAX];
	va_list args;

	va_start(args, fmt);
	format(place, sizeof place, fmt, args);
	va_end(args);
	memcpy(old, e->text, sizeof old);
	return err_set(e, e->kind, "%s: %s", place, old);
}
