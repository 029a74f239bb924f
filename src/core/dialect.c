#include "core/dialect.h"

#include "core/csv.h"
#include "core/text.h"

#include <stdint.h>
#include <string.h>

enum { RECORDS_MAX = 1000 };

static const struct {
	char delimiter;
	const char *word;
} candidates[] = {{',', "comma"}, {';', "semicolon"}, {'\t', "tab"}, {'|', "pipe"}};

struct source {
	const char *bytes;
	size_t size, at;
};

static int64_t
read_source(void *context, char *to, size_t size, struct err *e)
{
	struct source *s = context;
	size_t left = s->size - s->at, n = left < size ? left : size;

	(void)e;
	memcpy(to, s->bytes + s->at, n);
	s->at += n;
	return (int64_t)n;
}

/* A stray quote or an unclosed one counts against the delimiter: with the right one there are few. */
static void
cut(const char *text, size_t size, bool whole, struct dialect *d)
{
	struct source source = {text, size, 0};
	struct csv *csv = csv_open("", &(struct csv_options){.delimiter = d->delimiter}, read_source, &source);
	struct csv_record record;
	struct err e;

	while (d->records < RECORDS_MAX && csv_next(csv, &record, &e) == CSV_RECORD) {
		if (!whole && d->records > 0 && record.offset + record.size >= size)
			break;
		if (d->records == 0)
			d->cells = record.cell_count;
		d->even += record.problem == CSV_FINE && record.cell_count == d->cells;
		d->records++;
	}
	csv_close(csv);
}

static bool
is_better(const struct dialect *a, const struct dialect *b)
{
	size_t left = a->even * b->records, right = b->even * a->records;

	if ((a->cells > 1) != (b->cells > 1))
		return a->cells > 1;
	return left > right || (left == right && a->cells > b->cells);
}

/* Excel's line, with or without quotes around it. */
static bool
find_sep(const char *text, size_t size, struct dialect *d)
{
	size_t quote = size > 0 && text[0] == '"', at = quote;

	if (size < at + 6 || !text_same(text + at, 4, "sep="))
		return false;
	d->delimiter = text[at + 4];
	at += 5 + quote;
	if (quote && text[at - 1] != '"')
		return false;
	if (text[at] != '\r' && text[at] != '\n')
		return false;
	d->skip = at + 1 + (text[at] == '\r' && at + 1 < size && text[at + 1] == '\n');
	return true;
}

/* Bytes up to the end of the first line that has any: what does not stand there separates no names. */
static size_t
header_size(const char *text, size_t size)
{
	size_t at = 0;

	while (at < size && (text[at] == '\n' || text[at] == '\r'))
		at++;
	while (at < size && text[at] != '\n' && text[at] != '\r')
		at++;
	return at;
}

void
dialect_sniff(const char *text, size_t size, bool whole, struct dialect *d)
{
	struct dialect best = {.delimiter = ','};
	size_t header = header_size(text, size);

	if (find_sep(text, size, &best)) {
		cut(text + best.skip, size - best.skip, whole, &best);
	} else {
		for (size_t i = 0; i < sizeof candidates / sizeof candidates[0]; i++) {
			struct dialect one = {.delimiter = candidates[i].delimiter};

			if (i > 0 && memchr(text, one.delimiter, header) == NULL)
				continue;
			cut(text, size, whole, &one);
			if (i == 0 || is_better(&one, &best))
				best = one;
		}
	}
	if (best.cells <= 1 && best.skip == 0)
		best.delimiter = ',';
	*d = best;
}

const char *
dialect_word(char delimiter, char room[4])
{
	for (size_t i = 0; i < sizeof candidates / sizeof candidates[0]; i++)
		if (candidates[i].delimiter == delimiter)
			return candidates[i].word;
	memcpy(room, "' '", 4);
	room[1] = delimiter;
	return room;
}
