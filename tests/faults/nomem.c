/* A preload that lets memory run out: the NOMEM_AT-th allocation fails, and with NOMEM_ON every one after it. Without
 * NOMEM_AT it counts, and says at the end on the file named by NOMEM_COUNT how many there were. The process's own
 * counting: allocations before main() count too, those of a child begin anew. */
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *p, size_t size);

static atomic_long count;
static long at = -1;
static bool on;

static bool
fails(void)
{
	long n = atomic_fetch_add(&count, 1) + 1;

	if (at <= 0 || (n != at && (!on || n < at)))
		return false;
	errno = ENOMEM;
	return true;
}

__attribute__((constructor)) static void
begin(void)
{
	const char *text = getenv("NOMEM_AT");

	on = getenv("NOMEM_ON") != NULL;
	at = text == NULL ? 0 : strtol(text, NULL, 10);
}

__attribute__((destructor)) static void
end(void)
{
	const char *path = getenv("NOMEM_COUNT");
	FILE *f = path == NULL ? NULL : fopen(path, "w");

	if (f != NULL) {
		fprintf(f, "%ld\n", (long)count);
		fclose(f);
	}
}

void *
malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *
calloc(size_t n, size_t size)
{
	return fails() ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *p, size_t size)
{
	return fails() ? NULL : __libc_realloc(p, size);
}
