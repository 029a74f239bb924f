/* tables: the reconciliation files, as they are exported from PostgreSQL. */
#ifndef FIXTUREGEN_TABLES_H
#define FIXTUREGEN_TABLES_H

#include <stdbool.h>
#include <stdint.h>

#include "options.h"
#include "text.h"

/* Writes contacts.csv, companies.csv, deals.csv and, when a share of the rows is pushed, already-pushed.csv. `scratch`
 * is any text. */
void tables_write(const struct options *o, struct text *scratch);

/* Whether communication `number` is in HubSpot already. */
bool tables_is_pushed(const struct options *o, uint64_t number);

#endif
