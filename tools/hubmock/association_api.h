/* The association endpoints: v4's, and the same under the dated prefixes. */
#ifndef HUBMOCK_ASSOCIATION_API_H
#define HUBMOCK_ASSOCIATION_API_H

#include "mock.h"

mock_handler association_batch_create, association_batch_default, association_batch_read, association_batch_archive;
mock_handler association_list, association_put, association_put_default, association_delete, association_labels;

#endif
