#include "core/tzif.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

enum { HEADER = 44, COUNTS_AT = 20, TYPE_SIZE = 6, TYPES_MAX = 256, RULE_MAX = 256 };

/* Times further away are brought to here, so that nobody's arithmetic overflows: RFC 9636 starts at -2^59. */
#define TIME_MAX (INT64_C(1) << 60)

/* The six counts of a header, in the file's order. */
struct counts {
	uint64_t isut, isstd, leap, time, type, chars;
};

struct cursor {
	const unsigned char *at;
	size_t left;
};

static uint64_t
big_endian(const unsigned char *p, int size)
{
	uint64_t n = 0;

	for (int i = 0; i < size; i++)
		n = n << 8 | p[i];
	return n;
}

/* Gives the next `size` bytes; NULL when there are fewer. */
static const unsigned char *
next(struct cursor *c, uint64_t size)
{
	const unsigned char *at = c->at;

	if (size > c->left)
		return NULL;
	c->at += size;
	c->left -= (size_t)size;
	return at;
}

static bool
header(struct cursor *c, struct counts *n)
{
	const unsigned char *p = next(c, HEADER);

	if (p == NULL || memcmp(p, "TZif", 4) != 0 || p[4] < '2')
		return false;
	p += COUNTS_AT;
	*n = (struct counts){big_endian(p, 4), big_endian(p + 4, 4), big_endian(p + 8, 4), big_endian(p + 12, 4),
		big_endian(p + 16, 4), big_endian(p + 20, 4)};
	return n->type >= 1 && n->type <= TYPES_MAX;
}

/* Bytes of the data behind a header, whose times take `width` bytes. */
static uint64_t
data_size(const struct counts *n, uint64_t width)
{
	return n->time * (width + 1) + n->type * TYPE_SIZE + n->chars + n->leap * (width + 4) + n->isstd + n->isut;
}

static bool
offset_at(const unsigned char *types, size_t index, int32_t *offset)
{
	*offset = (int32_t)big_endian(types + index * TYPE_SIZE, 4);
	return *offset > -TZIF_OFFSET_MAX && *offset < TZIF_OFFSET_MAX;
}

static bool
changes(const unsigned char *data, const struct counts *n, struct tzif *t)
{
	const unsigned char *indexes = data + n->time * 8, *types = indexes + n->time;

	t->count = (size_t)n->time;
	t->times = mem_new(t->count * sizeof *t->times);
	t->offsets = mem_new(t->count * sizeof *t->offsets);
	for (size_t i = 0; i < t->count; i++) {
		t->times[i] = (int64_t)big_endian(data + i * 8, 8);
		if (indexes[i] >= n->type || !offset_at(types, indexes[i], &t->offsets[i]))
			return false;
		if (i > 0 && t->times[i] <= (int64_t)big_endian(data + (i - 1) * 8, 8))
			return false;
		if (t->times[i] < -TIME_MAX || t->times[i] > TIME_MAX)
			t->times[i] = t->times[i] < 0 ? -TIME_MAX : TIME_MAX;
	}
	return offset_at(types, 0, &t->first);
}

/* Reads newline, rule, newline at the end of the file; the rule may be empty. */
static bool
footer(struct cursor *c, struct tzif *t)
{
	char text[RULE_MAX];
	const unsigned char *first = next(c, 1), *end = c->left == 0 ? NULL : memchr(c->at, '\n', c->left);
	size_t size = end == NULL ? 0 : (size_t)(end - c->at);

	if (first == NULL || *first != '\n' || end == NULL || size >= RULE_MAX || size + 1 != c->left ||
		memchr(c->at, '\0', size) != NULL)
		return false;
	memcpy(text, c->at, size);
	text[size] = '\0';
	t->has_rule = size > 0;
	return size == 0 || tzrule_parse(text, &t->rule);
}

bool
tzif_read(const char *bytes, size_t size, struct tzif *t, struct err *err)
{
	struct cursor c = {(const unsigned char *)bytes, size};
	struct counts n = {0};
	const unsigned char *data;
	bool good = false;

	*t = (struct tzif){0};
	if (!header(&c, &n) || next(&c, data_size(&n, 4)) == NULL || !header(&c, &n)) {
		err_set(err, ERR_ENVIRONMENT, "is no time zone file (TZif version 2 or later)");
		goto out;
	}
	if (n.leap > 0) {
		err_set(err, ERR_ENVIRONMENT, "counts leap seconds, which nobody's timestamps do");
		goto out;
	}
	data = next(&c, data_size(&n, 8));
	good = data != NULL && changes(data, &n, t) && footer(&c, t);
	if (!good)
		err_set(err, ERR_ENVIRONMENT, "is a damaged time zone file");
out:
	if (!good)
		tzif_clear(t);
	return good;
}

void
tzif_clear(struct tzif *t)
{
	free(t->times);
	free(t->offsets);
	*t = (struct tzif){0};
}
