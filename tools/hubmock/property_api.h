/* The properties of a type: shown, made, archived. */
#ifndef HUBMOCK_PROPERTY_API_H
#define HUBMOCK_PROPERTY_API_H

#include "mock.h"

mock_handler property_list, property_create, property_get, property_update, property_archive;
mock_handler property_batch_create, property_batch_read, property_batch_archive;
mock_handler property_groups, property_group_create, property_group_get;

/* The properties of a type; none for contacts and their like. */
const struct property_set *property_set_of(const struct mock *m, enum type type);

/* Adds a property as JSON. */
void property_write(const struct mock *m, const struct property *p, struct buf *to);

#endif
