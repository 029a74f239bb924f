#include "known.h"

#include "core/mem.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t
item(enum type type, uint64_t id)
{
	return (uint64_t)type << 60 ^ id;
}

/* Where it is or would be. */
static size_t
place(const struct known_set *s, uint64_t what)
{
	size_t low = 0, high = s->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (s->items[middle] < what)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool
has(const struct known_set *s, uint64_t what)
{
	size_t at = place(s, what);

	return at < s->count && s->items[at] == what;
}

static void
put(struct known_set *s, uint64_t what)
{
	size_t at = place(s, what);

	if (has(s, what))
		return;
	if (s->count == s->room) {
		s->room = s->room == 0 ? 64 : s->room * 2;
		s->items = mem_grow(s->items, s->room * sizeof *s->items);
	}
	memmove(s->items + at + 1, s->items + at, (s->count - at) * sizeof *s->items);
	s->items[at] = what;
	s->count++;
}

bool
known_number(const char *text, size_t size, uint64_t *id)
{
	*id = 0;
	for (size_t i = 0; i < size; i++) {
		if (text[i] < '0' || text[i] > '9' || *id > (UINT64_MAX - 9) / 10)
			return false;
		*id = *id * 10 + (uint64_t)(text[i] - '0');
	}
	return *id > 0;
}

bool
known_load(struct known *k, const char *path, struct err *e)
{
	FILE *f = fopen(path, "r");
	char line[256];
	bool good = f != NULL || err_system(e, "%s", path);

	for (int number = 1; good && fgets(line, sizeof line, f) != NULL; number++) {
		char *name = line + strspn(line, " \t"), *id;
		enum type type;
		uint64_t n;

		name[strcspn(name, "#\r\n")] = '\0';
		if (*name == '\0')
			continue;
		id = name + strcspn(name, " \t,");
		type = type_find(name, (size_t)(id - name));
		id += strspn(id, " \t,");
		if (type == TYPE_NONE || !known_number(id, strcspn(id, " \t"), &n))
			good = err_set(e, ERR_USAGE, "%s:%d: expected a type and an id", path, number);
		else
			put(&k->here, item(type, n));
	}
	k->listed = true;
	if (f != NULL)
		fclose(f);
	return good;
}

void
known_miss(struct known *k, enum type type, uint64_t id)
{
	put(&k->missing, item(type, id));
}

void
known_forget_missing(struct known *k)
{
	k->missing.count = 0;
}

void
known_clear(struct known *k)
{
	free(k->here.items);
	free(k->missing.items);
	*k = (struct known){0};
}

bool
known_exists(const struct known *k, enum type type, uint64_t id)
{
	return !has(&k->missing, item(type, id)) && (!k->listed || has(&k->here, item(type, id)));
}
