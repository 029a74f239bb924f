#include "headers.h"

#include "core/text.h"

static const char *const order[] = {"from", "to", "cc", "bcc", "sender"};

enum { PARTIES = sizeof order / sizeof *order };

void
headers_clear(struct headers *h)
{
	tree_clear(&h->json);
	buf_clear(&h->plain);
}

static bool
is_party(const struct tree *j, uint32_t n, bool one)
{
	if (one || tree_is(j, n, TREE_NULL))
		return tree_is(j, n, TREE_OBJECT) || tree_is(j, n, TREE_NULL);
	if (!tree_is(j, n, TREE_ARRAY))
		return false;
	for (uint32_t i = tree_first(j, n); i < tree_end(j, n); i = tree_next(j, i))
		if (!tree_is(j, i, TREE_OBJECT))
			return false;
	return true;
}

bool
headers_read(struct headers *h, struct slice text)
{
	uint32_t n;

	buf_reset(&h->plain);
	tree_unescape(text, &h->plain);
	if (h->plain.size == 0 || !tree_read(&h->json, h->plain.bytes, h->plain.size) ||
		!tree_is(&h->json, 0, TREE_OBJECT))
		return false;
	for (int i = 0; i < PARTIES; i++) {
		n = tree_find(&h->json, 0, order[i]);
		if (n != 0 && !is_party(&h->json, n, i == 0 || i == PARTIES - 1))
			return false;
	}
	return true;
}

static void
write_leaf(const struct tree *j, uint32_t n, struct buf *to)
{
	struct slice s = tree_raw(j, n);
	bool text = tree_is(j, n, TREE_STRING);

	if (text)
		buf_text(to, "\\\"");
	buf_json(to, s.bytes, s.size);
	if (text)
		buf_text(to, "\\\"");
}

static void
write_node(const struct tree *j, uint32_t n, struct buf *to)
{
	bool object = tree_is(j, n, TREE_OBJECT);

	if (!object && !tree_is(j, n, TREE_ARRAY)) {
		write_leaf(j, n, to);
		return;
	}
	buf_char(to, object ? '{' : '[');
	for (uint32_t i = tree_first(j, n); i < tree_end(j, n); i = tree_next(j, i)) {
		if (i != tree_first(j, n))
			buf_text(to, ", ");
		if (object) {
			write_leaf(j, i++, to);
			buf_text(to, ": ");
		}
		write_node(j, i, to);
	}
	buf_char(to, object ? '}' : ']');
}

void
headers_write(const struct headers *h, struct buf *to)
{
	bool first = true;

	buf_char(to, '{');
	for (int i = 0; i < PARTIES; i++) {
		uint32_t n = tree_find(&h->json, 0, order[i]);

		if (n == 0)
			continue;
		buf_format(to, "%s\\\"%s\\\": ", first ? "" : ", ", order[i]);
		write_node(&h->json, n, to);
		first = false;
	}
	buf_char(to, '}');
}

static bool
add_field(const struct tree *j, uint32_t party, const char *field, bool more, struct buf *to)
{
	uint32_t n = tree_find(j, party, field);
	struct buf plain = {0};

	if (n == 0 || !tree_is(j, n, TREE_STRING))
		return false;
	tree_plain(j, n, &plain);
	if (more)
		buf_char(to, ';');
	buf_json(to, plain.size > 0 ? plain.bytes : "", plain.size);
	buf_clear(&plain);
	return true;
}

bool
headers_field(const struct headers *h, const char *party, const char *field, struct buf *to)
{
	const struct tree *j = &h->json;
	uint32_t n = tree_find(j, 0, party);
	bool any = false;

	if (n == 0)
		return false;
	if (tree_is(j, n, TREE_OBJECT))
		return add_field(j, n, field, false, to);
	for (uint32_t i = tree_first(j, n); i < tree_end(j, n); i = tree_next(j, i))
		any = add_field(j, i, field, any, to) || any;
	return any;
}
