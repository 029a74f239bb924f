/* The endpoints of single activities, and of contacts, companies, deals and tickets as far as they exist here. */
#ifndef HUBMOCK_OBJECT_H
#define HUBMOCK_OBJECT_H

#include "mock.h"
#include "record.h"

mock_handler object_create, object_get, object_update, object_delete, object_list;

/* Adds a contact, company, deal or ticket, of which only the id is known; open at its end. */
void object_write_known(uint64_t id, struct buf *to);

#endif
