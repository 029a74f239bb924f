/* The account: its details and usage, its owners, its schemas. */
#ifndef HUBMOCK_ACCOUNT_API_H
#define HUBMOCK_ACCOUNT_API_H

#include "mock.h"

mock_handler account_details, account_usage, account_owners, account_owner, account_schema, account_schemas;
mock_handler account_dispositions;

#endif
