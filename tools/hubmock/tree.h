/* A JSON text cut into nodes where it stands: nothing is copied, values are slices of the text.
 *
 * Made for bodies of a hundred records at a few thousand a second; answers and scripts, which are few, go through
 * jansson. Nodes stand in the order of the text: the first child of node n is n + 1, the next sibling of n is
 * nodes[n].next, the children end where nodes[n].next is reached. In an object, names and values alternate.
 *
 *	for (size_t i = tree_first(j, n); i < tree_end(j, n); i = tree_next(j, i))
 */
#ifndef HUBMOCK_TREE_H
#define HUBMOCK_TREE_H

#include "core/buf.h"

#include <stdbool.h>
#include <stdint.h>

enum tree_kind { TREE_NULL, TREE_FALSE, TREE_TRUE, TREE_NUMBER, TREE_STRING, TREE_ARRAY, TREE_OBJECT };

struct tree_node {
	uint8_t kind;
	bool escaped;	   /* a string with a backslash in it */
	bool unusual;	   /* a string with \u or \/: the same text can be written otherwise */
	uint32_t at, size; /* in the text; of a string without its quotes */
	uint32_t next;
};

struct tree {
	const char *text;
	struct tree_node *nodes;
	uint32_t count, room;
	uint32_t fault; /* where reading stopped */
};

/* A piece of somebody else's bytes. */
struct slice {
	const char *bytes;
	size_t size;
};

/* False when `text` is not one JSON value (RFC 8259, UTF-8, at most 1,000 deep); fault says where. `text` must live as
 * long as the nodes are used. Memory is kept for the next text. */
bool tree_read(struct tree *j, const char *text, size_t size);
void tree_clear(struct tree *j);

uint32_t tree_first(const struct tree *j, uint32_t n);
uint32_t tree_next(const struct tree *j, uint32_t n);
uint32_t tree_end(const struct tree *j, uint32_t n);
uint32_t tree_count(const struct tree *j, uint32_t n); /* children of an array */

bool tree_is(const struct tree *j, uint32_t n, enum tree_kind kind);
bool tree_named(const struct tree *j, uint32_t n, const char *name); /* is this string `name`? */

/* The value under `name` in object n; 0, which is never a member, when it is absent or n is no object. */
uint32_t tree_find(const struct tree *j, uint32_t n, const char *name);

struct slice tree_raw(const struct tree *j, uint32_t n); /* as it stands in the text, strings without quotes */

/* Adds the text of a string, number or boolean, unescaped. */
void tree_plain(const struct tree *j, uint32_t n, struct buf *to);

/* Adds the unescaped form of the inside of a JSON string. A lone surrogate becomes U+FFFD. */
void tree_unescape(struct slice s, struct buf *to);

/* Line and column (from 1) of the fault. */
void tree_fault_place(const struct tree *j, unsigned *line, unsigned *column);

#endif
