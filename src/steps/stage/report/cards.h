/* The parts of the page that show single types and single rows. */
#ifndef REPORT_CARDS_H
#define REPORT_CARDS_H

#include "core/buf.h"

#include <jansson.h>

/* A card a type. */
void report_cards(struct buf *to, const json_t *document);

/* The sample: a line a communication, which opens on its source and derived values side by side. */
void report_sample_rows(struct buf *to, const json_t *document);

/* The checkpoints, with evidence. */
void report_gates(struct buf *to, const json_t *document);

/* Charts a type: months and hours; and a table of the years. */
void report_times(struct buf *to, const json_t *document);
void report_orphan_years(struct buf *to, const json_t *document);

#endif
