/* spoil: rows with one fault each, which a loader must reject. */
#ifndef FIXTUREGEN_SPOIL_H
#define FIXTUREGEN_SPOIL_H

#include <stdint.h>

#include "row.h"

/* How many kinds of fault there are. */
uint32_t spoil_count(void);

/* Gives a good row the fault of that kind. */
void spoil_row(struct row *r, uint32_t kind);

#endif
