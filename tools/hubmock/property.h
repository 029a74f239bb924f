/* The properties of each activity type: HubSpot's own, and those made over the API.
 *
 * A property keeps its number within its type for good; its rank, the place of its name in the sorted list, may move
 * when another is made. Two properties never change their order.
 */
#ifndef HUBMOCK_PROPERTY_H
#define HUBMOCK_PROPERTY_H

#include "tree.h"
#include "types.h"

enum { PROPERTY_MAX = 256, PROPERTY_UNIQUE_MAX = 10, PROPERTY_GROUPS = 32, PROPERTY_NONE = -1 };

enum property_kind {
	KIND_STRING,
	KIND_ENUM,
	KIND_BOOL,
	KIND_NUMBER,
	KIND_DATETIME,
	KIND_OWNER,
	KIND_HEADERS,
	KIND_URL
};

/* Calculated ones are read-only too; custom ones were made over the API. */
enum property_flag {
	PROPERTY_READ_ONLY = 1,
	PROPERTY_CALCULATED = 2,
	PROPERTY_REQUIRED = 4,
	PROPERTY_HIDDEN = 8,
	PROPERTY_UNIQUE = 16,
	PROPERTY_CUSTOM = 32,
	PROPERTY_ARCHIVED = 64
};

struct property {
	char *name, *label, *group, *description, *field; /* all owned, none NULL */
	char *options; /* value US label RS ... (ASCII 31 and 30), NULL when there are none; owned */
	enum property_kind kind;
	unsigned flags;
	int64_t created; /* ms; 0: HubSpot's own */
	char *head;	 /* "name":" as an answer has it; made and owned here */
	size_t head_size;
};

struct property_group {
	char *name, *label; /* owned */
};

struct property_set {
	struct property list[PROPERTY_MAX];
	int count;
	short rank[PROPERTY_MAX];      /* of each number */
	short order[PROPERTY_MAX];     /* numbers by name */
	short slots[PROPERTY_MAX * 4]; /* number + 1 by hash of the name */
	struct property_group groups[PROPERTY_GROUPS];
	int group_count;
	int timestamp, owner, key; /* numbers; key is PROPERTY_NONE until the key property exists */
};

struct properties {
	struct property_set of[TYPE_ACTIVITIES];
	char *key_name; /* the property whose values the truth is about; owned */
};
void properties_init(struct properties *p, const char *key_name);
void properties_clear(struct properties *p);

/* The number, or PROPERTY_NONE. Archived ones are not found: a new one may have their name. */
int property_find(const struct property_set *s, const char *name, size_t size);
int property_named(const struct property_set *s, const char *name);

/* Takes over the strings of `made` and returns its number. The name must be new and the set must have room. */
int property_add(struct properties *p, enum type type, struct property made);

const struct property_group *property_group_find(const struct property_set *s, const char *name);
bool property_group_add(struct property_set *s, const char *name, const char *label); /* false: no room */

void property_drop(struct property *p);			 /* frees what it owns */
int property_unique_count(const struct property_set *s); /* of those made over the API */

/* HubSpot's words: "enumeration", "string", ... */
const char *property_type(const struct property *p);
const char *property_field(enum property_kind kind, bool many_lines);

#endif
