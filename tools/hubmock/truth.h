/* What this HubSpot really holds, for tests: GET /__truth and GET /__requests. */
#ifndef HUBMOCK_TRUTH_H
#define HUBMOCK_TRUTH_H

#include "mock.h"

mock_handler truth_get, truth_requests;

#endif
