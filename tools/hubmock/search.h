/* POST .../search: what HubSpot's search index knows, which is a little behind the records. */
#ifndef HUBMOCK_SEARCH_H
#define HUBMOCK_SEARCH_H

#include "mock.h"

mock_handler search_objects;

#endif
