#include "steps/stage/input/columns.h"

#include "core/mem.h"
#include "core/text.h"
#include "rules/embedded.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A line of schema/source_columns.csv: two names, neither quoted. */
struct line {
	const char *header, *column;
	size_t header_size, column_size;
};

static bool
next_line(const char **at, const char *end, struct line *line)
{
	const char *eol = *at < end ? memchr(*at, '\n', (size_t)(end - *at)) : NULL;
	const char *comma = eol == NULL ? NULL : memchr(*at, ',', (size_t)(eol - *at));

	if (comma == NULL)
		return false;
	*line = (struct line){*at, comma + 1, (size_t)(comma - *at), (size_t)(eol - comma - 1)};
	*at = eol + 1;
	return true;
}

/* The name itself, or what stands behind its last dot. */
static const char *
name_of(const char *header, bool dotted)
{
	const char *dot = dotted ? strrchr(header, '.') : NULL;

	return dot == NULL ? header : dot + 1;
}

static bool
is_free(const struct columns_one *c)
{
	return c->column == SOURCE_COLUMNS && c->extra == NULL && !c->is_ours;
}

static void
find_own(struct columns_one *columns, size_t count, size_t position[SOURCE_COLUMNS], bool dotted)
{
	for (size_t i = 0; i < count; i++) {
		const char *name = name_of(columns[i].header, dotted);
		enum source_column column = source_find(name, strlen(name));

		if (!is_free(&columns[i]) || column == SOURCE_COLUMNS || position[column] != SIZE_MAX)
			continue;
		columns[i].column = column;
		position[column] = i;
	}
}

static enum source_column
column_named(const char *name, size_t size)
{
	int column = 0;

	while (column < SOURCE_COLUMNS && !text_same(name, size, source_columns[column].name))
		column++;
	return (enum source_column)column;
}

/* One line of the table against the whole header. */
static void
apply(const struct line *line, struct columns_one *columns, size_t count, size_t position[SOURCE_COLUMNS], bool dotted)
{
	const char prefix[] = "extra ";
	size_t skip = sizeof prefix - 1;
	bool is_extra = line->column_size > skip && strncmp(line->column, prefix, skip) == 0;
	enum source_column column = is_extra ? SOURCE_COLUMNS : column_named(line->column, line->column_size);

	for (size_t i = 0; i < count; i++) {
		if (!is_free(&columns[i]) ||
			!text_same(line->header, line->header_size, name_of(columns[i].header, dotted)))
			continue;
		if (is_extra) {
			columns[i].extra = mem_format("%.*s", (int)(line->column_size - skip), line->column + skip);
		} else if (column != SOURCE_COLUMNS && position[column] == SIZE_MAX) {
			columns[i].column = column;
			position[column] = i;
		}
	}
}

static void
find_others(struct columns_one *columns, size_t count, size_t position[SOURCE_COLUMNS], bool dotted)
{
	const struct embedded *file = embedded_find("schema/source_columns.csv");
	const char *at = (const char *)file->bytes, *end = at + file->size;
	struct line line;

	while (next_line(&at, end, &line))
		apply(&line, columns, count, position, dotted);
}

static bool
check_twice(const struct columns_one *columns, size_t count, const size_t position[SOURCE_COLUMNS], const char *name,
	struct err *e)
{
	for (size_t i = 0; i < count; i++) {
		enum source_column column = source_find(columns[i].header, strlen(columns[i].header));

		if (column != SOURCE_COLUMNS && position[column] != i)
			return err_set(e, ERR_INPUT, "%s:1: column %s stands twice, as columns %zu and %zu", name,
				source_columns[column].header, position[column] + 1, i + 1);
	}
	return true;
}

bool
columns_find(
	struct columns_one *columns, size_t count, size_t position[SOURCE_COLUMNS], const char *name, struct err *e)
{
	for (int i = 0; i < SOURCE_COLUMNS; i++)
		position[i] = SIZE_MAX;
	find_own(columns, count, position, false);
	if (!check_twice(columns, count, position, name, e))
		return false;
	find_others(columns, count, position, false);
	find_own(columns, count, position, true);
	find_others(columns, count, position, true);
	for (size_t i = 0; i < count; i++) {
		if (!is_free(&columns[i]))
			continue;
		columns[i].extra = mem_text(columns[i].header);
		for (char *c = columns[i].extra; *c != '\0'; c++)
			*c = (char)tolower((unsigned char)*c);
	}
	return true;
}
