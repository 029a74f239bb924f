#include "tree.h"

#include "core/mem.h"
#include "core/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 1000 };

#define ONES UINT64_C(0x0101010101010101)
#define TOPS UINT64_C(0x8080808080808080)

/* Where a reading stands. */
struct at {
	struct tree *json;
	const char *p, *end;
	int depth;
};

static bool value(struct at *a);

static uint32_t
node(struct at *a, enum tree_kind kind, const char *at)
{
	struct tree *j = a->json;

	if (j->count == j->room) {
		j->room = j->room == 0 ? 256 : j->room * 2;
		j->nodes = mem_grow(j->nodes, j->room * sizeof *j->nodes);
	}
	j->nodes[j->count] =
		(struct tree_node){.kind = (uint8_t)kind, .at = (uint32_t)(at - j->text), .next = j->count + 1};
	return j->count++;
}

static void
blank(struct at *a)
{
	while (a->p < a->end && (*a->p == ' ' || *a->p == '\n' || *a->p == '\t' || *a->p == '\r'))
		a->p++;
}

/* The tops of the bytes that a string cannot simply run over: quote, backslash, control character. */
static uint64_t
special(uint64_t w)
{
	uint64_t quote = w ^ (ONES * '"'), slash = w ^ (ONES * '\\');

	return ((quote - ONES) & ~quote & TOPS) | ((slash - ONES) & ~slash & TOPS) | ((w - ONES * 0x20) & ~w & TOPS);
}

static const char *
run(const char *p, const char *end)
{
	uint64_t w;

	for (; end - p >= 8; p += 8) {
		memcpy(&w, p, 8);
		w = special(w);
		if (w != 0)
			break;
	}
	while (p < end && *p != '"' && *p != '\\' && (unsigned char)*p >= 0x20)
		p++;
	return p;
}

static bool
hex4(const char *p, const char *end, unsigned *n)
{
	*n = 0;
	if (end - p < 4)
		return false;
	for (int i = 0; i < 4; i++) {
		if (!isxdigit((unsigned char)p[i]))
			return false;
		*n = *n << 4 | (unsigned)(p[i] <= '9' ? p[i] - '0' : (p[i] | 0x20) - 'a' + 10);
	}
	return true;
}

static bool
escape(struct at *a, struct tree_node *n)
{
	unsigned code;

	n->escaped = true;
	if (++a->p >= a->end)
		return false;
	if (*a->p == 'u') {
		n->unusual = true;
		if (!hex4(a->p + 1, a->end, &code))
			return false;
		a->p += 5;
		return true;
	}
	n->unusual = n->unusual || *a->p == '/';
	return strchr("\"\\/bfnrt", *a->p) != NULL && *a->p++ != '\0';
}

static bool
string(struct at *a)
{
	uint32_t n = node(a, TREE_STRING, ++a->p);
	struct tree_node *me = &a->json->nodes[n];

	while ((a->p = run(a->p, a->end)) < a->end && *a->p == '\\')
		if (!escape(a, me))
			return false;
	if (a->p >= a->end || *a->p != '"')
		return false;
	me->size = (uint32_t)(a->p - a->json->text) - me->at;
	a->p++;
	return true;
}

static const char *
digits(const char *p, const char *end)
{
	while (p < end && *p >= '0' && *p <= '9')
		p++;
	return p;
}

/* One digit at least. */
static bool
some_digits(struct at *a)
{
	const char *from = a->p;

	a->p = digits(a->p, a->end);
	return a->p > from;
}

static bool
number(struct at *a)
{
	const char *from = a->p;
	uint32_t n = node(a, TREE_NUMBER, from);

	if (*a->p == '-')
		a->p++;
	if (a->p < a->end && *a->p == '0')
		a->p++;
	else if (!some_digits(a))
		return false;
	if (a->p < a->end && *a->p == '.' && (a->p++, !some_digits(a)))
		return false;
	if (a->p < a->end && (*a->p | 0x20) == 'e') {
		a->p++;
		if (a->p < a->end && (*a->p == '+' || *a->p == '-'))
			a->p++;
		if (!some_digits(a))
			return false;
	}
	a->json->nodes[n].size = (uint32_t)(a->p - from);
	return true;
}

static bool
word(struct at *a, const char *text, enum tree_kind kind)
{
	size_t size = strlen(text);
	uint32_t n;

	if ((size_t)(a->end - a->p) < size || memcmp(a->p, text, size) != 0)
		return false;
	n = node(a, kind, a->p);
	a->json->nodes[n].size = (uint32_t)size;
	a->p += size;
	return true;
}

static bool
member(struct at *a)
{
	if (a->p >= a->end || *a->p != '"' || !string(a))
		return false;
	blank(a);
	return a->p < a->end && *a->p++ == ':';
}

static bool
container(struct at *a, enum tree_kind kind, char close)
{
	uint32_t n = node(a, kind, a->p++);
	bool more = true;

	if (++a->depth > DEPTH_MAX)
		return false;
	blank(a);
	if (a->p < a->end && *a->p == close)
		more = false;
	while (more) {
		blank(a);
		if ((kind == TREE_OBJECT && !member(a)) || !value(a))
			return false;
		blank(a);
		if (a->p >= a->end || (*a->p != ',' && *a->p != close))
			return false;
		more = *a->p == ',';
		a->p += more;
	}
	a->p++;
	a->depth--;
	a->json->nodes[n].size = (uint32_t)(a->p - a->json->text) - a->json->nodes[n].at;
	a->json->nodes[n].next = a->json->count;
	return true;
}

static bool
value(struct at *a)
{
	blank(a);
	if (a->p >= a->end)
		return false;
	switch (*a->p) {
	case '{':
		return container(a, TREE_OBJECT, '}');
	case '[':
		return container(a, TREE_ARRAY, ']');
	case '"':
		return string(a);
	case 't':
		return word(a, "true", TREE_TRUE);
	case 'f':
		return word(a, "false", TREE_FALSE);
	case 'n':
		return word(a, "null", TREE_NULL);
	default:
		return (*a->p == '-' || (*a->p >= '0' && *a->p <= '9')) && number(a);
	}
}

bool
tree_read(struct tree *j, const char *text, size_t size)
{
	struct at a = {.json = j, .p = text, .end = text + size};
	size_t bad = 0;
	bool good;

	j->text = text;
	j->count = 0;
	good = size < UINT32_MAX && value(&a);
	blank(&a);
	good = good && a.p == a.end;
	j->fault = (uint32_t)(a.p - text);
	if (good && !text_is_utf8(text, size, &bad)) {
		j->fault = (uint32_t)bad;
		good = false;
	}
	return good;
}

void
tree_clear(struct tree *j)
{
	free(j->nodes);
	*j = (struct tree){0};
}

uint32_t
tree_first(const struct tree *j, uint32_t n)
{
	return j->nodes[n].kind >= TREE_ARRAY ? n + 1 : j->nodes[n].next;
}

uint32_t
tree_next(const struct tree *j, uint32_t n)
{
	return j->nodes[n].next;
}

uint32_t
tree_end(const struct tree *j, uint32_t n)
{
	return j->nodes[n].next;
}

uint32_t
tree_count(const struct tree *j, uint32_t n)
{
	uint32_t count = 0;

	if (tree_is(j, n, TREE_ARRAY))
		for (uint32_t i = tree_first(j, n); i < tree_end(j, n); i = tree_next(j, i))
			count++;
	return count;
}

bool
tree_is(const struct tree *j, uint32_t n, enum tree_kind kind)
{
	return n < j->count && j->nodes[n].kind == kind;
}

bool
tree_named(const struct tree *j, uint32_t n, const char *name)
{
	const struct tree_node *me = &j->nodes[n];
	size_t size = strlen(name);

	return me->kind == TREE_STRING && me->size == size && memcmp(j->text + me->at, name, size) == 0;
}

uint32_t
tree_find(const struct tree *j, uint32_t n, const char *name)
{
	uint32_t found = 0;

	if (!tree_is(j, n, TREE_OBJECT))
		return 0;
	for (uint32_t i = tree_first(j, n); i < tree_end(j, n); i = tree_next(j, i + 1))
		if (tree_named(j, i, name))
			found = i + 1;
	return found;
}

struct slice
tree_raw(const struct tree *j, uint32_t n)
{
	return (struct slice){j->text + j->nodes[n].at, j->nodes[n].size};
}

static void
utf8(struct buf *to, unsigned code)
{
	if (code < 0x80) {
		buf_char(to, (char)code);
	} else if (code < 0x800) {
		buf_char(to, (char)(0xC0 | code >> 6));
		buf_char(to, (char)(0x80 | (code & 0x3F)));
	} else if (code < 0x10000) {
		buf_char(to, (char)(0xE0 | code >> 12));
		buf_char(to, (char)(0x80 | (code >> 6 & 0x3F)));
		buf_char(to, (char)(0x80 | (code & 0x3F)));
	} else {
		buf_char(to, (char)(0xF0 | code >> 18));
		buf_char(to, (char)(0x80 | (code >> 12 & 0x3F)));
		buf_char(to, (char)(0x80 | (code >> 6 & 0x3F)));
		buf_char(to, (char)(0x80 | (code & 0x3F)));
	}
}

/* \uXXXX at p (its u), with the second half of a pair if there is one. Returns where it ends. */
static const char *
code_point(const char *p, const char *end, struct buf *to)
{
	unsigned code = 0, low = 0;

	hex4(p + 1, end, &code);
	p += 5;
	if (code >= 0xD800 && code < 0xDC00 && end - p >= 6 && p[0] == '\\' && p[1] == 'u' && hex4(p + 2, end, &low) &&
		low >= 0xDC00 && low < 0xE000) {
		code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
		p += 6;
	}
	utf8(to, code >= 0xD800 && code < 0xE000 ? 0xFFFD : code);
	return p;
}

void
tree_unescape(struct slice s, struct buf *to)
{
	const char *p = s.bytes, *end = s.bytes + s.size, *names = "bfnrt", *d;

	while (p < end) {
		const char *slash = memchr(p, '\\', (size_t)(end - p));

		buf_add(to, p, (size_t)((slash == NULL ? end : slash) - p));
		if (slash == NULL)
			break;
		p = slash + 1;
		d = strchr(names, *p);
		if (*p == 'u') {
			p = code_point(p, end, to);
		} else {
			buf_char(to, d == NULL ? *p : "\b\f\n\r\t"[d - names]);
			p++;
		}
	}
}

void
tree_plain(const struct tree *j, uint32_t n, struct buf *to)
{
	struct slice s = tree_raw(j, n);

	if (j->nodes[n].escaped)
		tree_unescape(s, to);
	else
		buf_add(to, s.bytes, s.size);
}

void
tree_fault_place(const struct tree *j, unsigned *line, unsigned *column)
{
	*line = *column = 1;
	for (uint32_t i = 0; i < j->fault; i++) {
		(*column)++;
		if (j->text[i] == '\n') {
			(*line)++;
			*column = 1;
		}
	}
}
