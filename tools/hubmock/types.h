/* The object types: the seven activities that have records here, and the four they are associated with.
 *
 * Names, ids and association type ids are HubSpot's own (object APIs, "associate records" guide).
 */
#ifndef HUBMOCK_TYPES_H
#define HUBMOCK_TYPES_H

#include <stdbool.h>
#include <stddef.h>

enum type {
	TYPE_CALLS,
	TYPE_EMAILS,
	TYPE_MEETINGS,
	TYPE_NOTES,
	TYPE_TASKS,
	TYPE_COMMUNICATIONS,
	TYPE_POSTAL_MAIL,
	TYPE_ACTIVITIES, /* how many types have records */
	TYPE_CONTACTS = TYPE_ACTIVITIES,
	TYPE_COMPANIES,
	TYPE_DEALS,
	TYPE_TICKETS,
	TYPE_COUNT,
	TYPE_NONE = TYPE_COUNT
};

struct type_names {
	const char *plural;   /* in paths: "postal_mail" */
	const char *singular; /* in association labels: "postal_mail" */
	const char *shout;    /* in messages: "POSTAL_MAIL" */
	const char *id;	      /* "0-116" */
	const char *label;    /* "Postal mail" */
};

extern const struct type_names type_names[TYPE_COUNT];

/* By plural, singular or id, in any case; TYPE_NONE when there is no such type. */
enum type type_find(const char *name, size_t size);

/* The association type id from an activity to a record or back, 0 when there is none. */
int type_association(enum type from, enum type to);

/* The types an association type id leads from and to; false when HubSpot has no such id among these types. */
bool type_association_ends(int id, enum type *from, enum type *to);

#endif
