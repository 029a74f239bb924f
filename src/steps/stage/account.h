/* Row accounting: where every row went. Printed by every run, and enforced. */
#ifndef STAGE_ACCOUNT_H
#define STAGE_ACCOUNT_H

#include "core/db.h"

#include <jansson.h>

struct accounting {
	int64_t read, loaded, merged, replaced, rejected, derived, skipped, error, new_rows, changed, unchanged, held,
		vanished;
};

/* From v_accounting. */
bool account_read(struct db *db, struct accounting *a, struct err *e);

/* The sums that must hold; `derived`: whether derive has been done. ERR_FAULT naming the sum that fails. */
bool account_check(const struct accounting *a, bool derived, struct err *e);

/* The object `accounting` of the JSON documents: read, loaded, merged, replaced, rejected, derived, skipped, error,
 * new, changed, unchanged, held, vanished. */
json_t *account_json(const struct accounting *a);

#endif
