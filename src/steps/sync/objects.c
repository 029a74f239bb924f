#include "steps/sync/objects.h"

#include "core/mem.h"
#include "rules/embedded.h"

#include <stdlib.h>
#include <string.h>

bool
objects_read(struct objects *o, struct sync *s, const char *schema, struct err *e)
{
	struct pg_rows rows = {0};
	bool ok = sync_query(s, "src/steps/sync/sql/definitions.sql", &schema, 1, &rows, e);

	objects_clear(o);
	if (ok) {
		o->items = mem_new((size_t)(rows.count + 1) * sizeof *o->items);
		for (int i = 0; i < rows.count; i++)
			o->items[o->count++] = (struct object){mem_text(pg_text(&rows, i, 0)),
				mem_text(pg_text(&rows, i, 1)), mem_text(pg_text(&rows, i, 2))};
	}
	pg_rows_clear(&rows);
	return ok;
}

void
objects_clear(struct objects *o)
{
	for (size_t i = 0; i < o->count; i++) {
		free(o->items[i].kind);
		free(o->items[i].name);
		free(o->items[i].definition);
	}
	free(o->items);
	*o = (struct objects){0};
}

static int
compare(const void *a, const void *b)
{
	const struct object *one = a, *other = b;
	int order = strcmp(one->kind, other->kind);

	return order != 0 ? order : strcmp(one->name, other->name);
}

const struct object *
objects_find(const struct objects *o, const char *kind, const char *name)
{
	struct object key = {.kind = (char *)kind, .name = (char *)name};

	return o->count == 0 ? NULL : bsearch(&key, o->items, o->count, sizeof key, compare);
}

/* Without the comment on a function: an unqualified name never means one of the temporary schema. */
static bool
run_file(struct sync *s, const struct embedded *file, struct err *e)
{
	const char *text = (const char *)file->bytes, *comment = strstr(text, "\nCOMMENT ON FUNCTION");
	char *without = mem_format("%.*s", (int)(comment == NULL ? file->size : (size_t)(comment - text)), text);
	bool ok = pg_script(s->pg, file->path, without, e);

	free(without);
	return ok;
}

static bool
run_folder(struct sync *s, const char *folder, struct err *e)
{
	size_t size = strlen(folder);
	bool ok = true;

	for (int i = 0; ok && i < embedded_count; i++)
		if (strncmp(embedded_files[i].path, folder, size) == 0)
			ok = run_file(s, &embedded_files[i], e);
	return ok;
}

bool
objects_expected(struct objects *o, struct sync *s, struct err *e)
{
	bool ok = pg_script(s->pg, "savepoint", "SAVEPOINT expected", e) && sync_path(s, "pg_temp", e) &&
		  run_folder(s, "schema/postgres/functions/", e) && run_folder(s, "schema/postgres/tables/", e) &&
		  run_folder(s, "schema/postgres/lookups/", e) && run_folder(s, "schema/postgres/views/", e) &&
		  run_folder(s, "schema/postgres/indexes/", e) && objects_read(o, s, "pg_temp", e);

	return ok && pg_script(s->pg, "savepoint", "ROLLBACK TO SAVEPOINT expected", e);
}
