/* What a test may do to the mock while it runs: POST /__reset, /__faults, /__edit, /__clock. */
#ifndef HUBMOCK_CONTROL_H
#define HUBMOCK_CONTROL_H

#include "mock.h"

mock_handler control_reset, control_faults, control_edit, control_clock;

#endif
