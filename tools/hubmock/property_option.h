/* The options of an enumeration, kept in one text: value US label RS ... (ASCII 31 and 30). */
#ifndef HUBMOCK_PROPERTY_OPTION_H
#define HUBMOCK_PROPERTY_OPTION_H

#include "property.h"

/* Is the text one of the options? Exactly, as HubSpot writes them. */
bool property_option(const struct property *p, const char *text, size_t size);

/* One more option for `options`. */
void property_option_add(struct buf *options, struct slice value, struct slice label);

/* Walks the options: start with *at = p->options (not NULL); false after the last. */
bool property_next_option(const char **at, struct slice *value, struct slice *label);

#endif
