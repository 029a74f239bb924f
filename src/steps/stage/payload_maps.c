/* The value maps of a rule set in memory: a few dozen rows, looked up once a row and map. */
#include "steps/stage/payload_maps.h"

#include "core/mem.h"
#include "rules/sql.h"
#include "steps/stage/payload.h"

#include <stdlib.h>
#include <string.h>

struct entry {
	char *target, *source, *value;
};

struct payload_maps {
	struct entry *entries; /* sorted by target and source, byte by byte, as the table is */
	size_t count;
};

struct payload_maps *
payload_maps_open(struct db *db, struct err *e)
{
	struct payload_maps *maps = mem_new(sizeof *maps);
	struct query q = {0};
	enum query_step step = QUERY_FAILED;

	if (sql_query(&q, db, "src/steps/stage/sql/payload_maps.sql", e))
		while ((step = query_next(&q, e)) == QUERY_ROW) {
			maps->entries = mem_grow(maps->entries, (maps->count + 1) * sizeof *maps->entries);
			maps->entries[maps->count++] = (struct entry){
				mem_text(query_text(&q, 0)), mem_text(query_text(&q, 1)), mem_text(query_text(&q, 2))};
		}
	query_close(&q);
	if (step != QUERY_END) {
		payload_maps_close(maps);
		maps = NULL;
	}
	return maps;
}

void
payload_maps_close(struct payload_maps *maps)
{
	if (maps == NULL)
		return;
	for (size_t i = 0; i < maps->count; i++) {
		free(maps->entries[i].target);
		free(maps->entries[i].source);
		free(maps->entries[i].value);
	}
	free(maps->entries);
	free(maps);
}

static int
compare(const void *key, const void *entry)
{
	const struct entry *a = key, *b = entry;
	int order = strcmp(a->target, b->target);

	return order != 0 ? order : strcmp(a->source, b->source);
}

static const char *
find(const struct payload_maps *maps, const char *target, const char *source)
{
	struct entry key = {.target = (char *)target, .source = (char *)source};
	struct entry *found = maps->count == 0 ? NULL : bsearch(&key, maps->entries, maps->count, sizeof key, compare);

	return found == NULL ? NULL : found->value;
}

const char *
payload_maps_find(const struct payload_maps *maps, const char *target, const char *source)
{
	const char *value = find(maps, target, source);

	return value == NULL ? find(maps, target, "*") : value;
}
