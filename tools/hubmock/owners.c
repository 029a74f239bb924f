#include "owners.h"

#include "known.h"

#include "core/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const invented[] = {
	"11349275,ada.adams@example.com,Ada,Adams",
	"11349276,ben.brook@example.com,Ben,Brook",
	"11349277,cleo.carter@example.com,Cleo,Carter",
	"11349278,dan.dale@example.com,Dan,Dale",
	"11349279,eve.east@example.com,Eve,East,archived",
};

static bool
add(struct owners *o, const char *line)
{
	const char *cell[5] = {0};
	size_t size[5] = {0};
	struct owner one;
	int n = 0;

	for (const char *at = line; n < 5; at += size[n - 1] + 1) {
		cell[n] = at;
		size[n++] = strcspn(at, ",");
		if (at[size[n - 1]] == '\0')
			break;
	}
	if (n < 4 || !known_number(cell[0], size[0], &one.id))
		return false;
	one.user_id = 50000000 + one.id % 10000000;
	one.email = mem_format("%.*s", (int)size[1], cell[1]);
	one.first = mem_format("%.*s", (int)size[2], cell[2]);
	one.last = mem_format("%.*s", (int)size[3], cell[3]);
	one.archived = n == 5 && size[4] == 8 && strncmp(cell[4], "archived", 8) == 0;
	o->list = mem_grow(o->list, (o->count + 1) * sizeof *o->list);
	o->list[o->count++] = one;
	return true;
}

bool
owners_load(struct owners *o, const char *path, struct err *e)
{
	FILE *f;
	char line[512];
	bool good = true;

	if (path == NULL) {
		for (size_t i = 0; i < sizeof invented / sizeof *invented; i++)
			add(o, invented[i]);
		return true;
	}
	f = fopen(path, "r");
	if (f == NULL)
		return err_system(e, "%s", path);
	for (int number = 1; good && fgets(line, sizeof line, f) != NULL; number++) {
		line[strcspn(line, "#\r\n")] = '\0';
		good = line[0] == '\0' || add(o, line) ||
		       err_set(e, ERR_USAGE, "%s:%d: expected id,e-mail,first name,last name", path, number);
	}
	fclose(f);
	return good;
}

void
owners_clear(struct owners *o)
{
	for (size_t i = 0; i < o->count; i++) {
		free(o->list[i].email);
		free(o->list[i].first);
		free(o->list[i].last);
	}
	free(o->list);
	*o = (struct owners){0};
}

const struct owner *
owners_find(const struct owners *o, uint64_t id)
{
	const struct owner *found = NULL;

	for (size_t i = 0; i < o->count && found == NULL; i++)
		if (o->list[i].id == id)
			found = &o->list[i];
	return found;
}
