#include "core/mem.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void *
require(void *p)
{
	static const char words[] = "out of memory; nothing was half done: run again with more\n";

	if (p == NULL) {
		if (write(STDERR_FILENO, words, sizeof words - 1) < 0)
			abort();
		abort();
	}
	return p;
}

void *
mem_new(size_t size)
{
	return require(calloc(1, size > 0 ? size : 1));
}

void *
mem_grow(void *p, size_t size)
{
	return require(realloc(p, size > 0 ? size : 1));
}

char *
mem_text(const char *text)
{
	return require(strdup(text));
}

char *
mem_format(const char *fmt, ...)
{
	va_list args;
	char *text = NULL;
	int n;

	va_start(args, fmt);
	n = vasprintf(&text, fmt, args);
	va_end(args);
	return require(n < 0 ? NULL : text);
}
