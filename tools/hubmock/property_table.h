/* The table of HubSpot's own properties. */
#ifndef HUBMOCK_PROPERTY_TABLE_H
#define HUBMOCK_PROPERTY_TABLE_H

#include "property.h"

struct property_row {
	unsigned types; /* bit t: enum type t has it */
	const char *name;
	const char *label;
	enum property_kind kind;
	unsigned flags;
	const char *options; /* "VALUE|VALUE=Label|...", NULL when it is no enumeration */
};

extern const struct property_row property_table[];
extern const size_t property_table_rows;

#endif
