#include "cli/table.h"

#include "cli/shown.h"
#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

/* Where a cell's text is. */
struct cell {
	size_t at, size;
	size_t width;
};

static size_t
cell_count(const struct table *t)
{
	return t->cells.size / sizeof(struct cell);
}

static struct cell
cell_at(const struct table *t, size_t index)
{
	struct cell cell;

	memcpy(&cell, t->cells.bytes + index * sizeof cell, sizeof cell);
	return cell;
}

/* Makes a cell of what was added to the text from `at` on. */
static void
add(struct table *t, size_t at)
{
	struct cell cell = {.at = at, .size = t->text.size - at};

	cell.width = cell.size > 0 ? shown_width(t->text.bytes + at, cell.size) : 0;
	buf_add(&t->cells, &cell, sizeof cell);
}

void
table_text(struct table *t, const char *text)
{
	size_t at = t->text.size;

	if (text != NULL)
		shown_text(&t->text, text, strlen(text));
	add(t, at);
}

void
table_number(struct table *t, int64_t n)
{
	size_t at = t->text.size;

	shown_number(&t->text, n);
	add(t, at);
}

void
table_share(struct table *t, int64_t part, int64_t whole)
{
	size_t at = t->text.size;
	int64_t tenths = whole > 0 ? part * 1000 / whole : 0;

	if (whole > 0)
		buf_format(&t->text, "%d.%d%%", (int)(tenths / 10), (int)(tenths % 10));
	add(t, at);
}

static bool
has_head(const struct table *t)
{
	for (int i = 0; i < t->count; i++)
		if (t->columns[i].head[0] != '\0')
			return true;
	return false;
}

static void
measure(const struct table *t, size_t *widths)
{
	size_t count = cell_count(t);

	for (int i = 0; i < t->count; i++)
		widths[i] = shown_width(t->columns[i].head, strlen(t->columns[i].head));
	for (size_t i = 0; i < count; i++) {
		size_t width = cell_at(t, i).width, *widest = &widths[i % (size_t)t->count];

		if (width > *widest)
			*widest = width;
	}
}

/* `owed` is the padding that the next visible text has to pay. */
static void
put(FILE *to, const char *text, size_t size, size_t gap, bool right, size_t *owed)
{
	if (size > 0)
		fprintf(to, "%*s%.*s", (int)(*owed + (right ? gap : 0)), "", (int)size, text);
	*owed = size > 0 ? (right ? 0 : gap) : *owed + gap;
	*owed += 2;
}

void
table_print(const struct table *t, FILE *to)
{
	size_t *widths = mem_new(((size_t)t->count + 1) * sizeof *widths), count = cell_count(t), owed = 0;

	measure(t, widths);
	for (int i = 0; has_head(t) && i < t->count; i++) {
		const char *head = t->columns[i].head;
		size_t size = strlen(head);

		put(to, head, size, widths[i] - shown_width(head, size), t->columns[i].right, &owed);
		if (i == t->count - 1)
			fputc('\n', to);
	}
	for (size_t i = 0; i < count; i++) {
		size_t column = i % (size_t)t->count;
		struct cell cell = cell_at(t, i);

		if (column == 0)
			owed = 0;
		put(to, t->text.bytes + cell.at, cell.size, widths[column] - cell.width, t->columns[column].right,
			&owed);
		if (column == (size_t)t->count - 1 || i == count - 1)
			fputc('\n', to);
	}
	free(widths);
}

void
table_clear(struct table *t)
{
	buf_clear(&t->text);
	buf_clear(&t->cells);
}
