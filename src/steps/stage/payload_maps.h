/* Look-ups in the value maps of a rule set. */
#ifndef STAGE_PAYLOAD_MAPS_H
#define STAGE_PAYLOAD_MAPS_H

struct payload_maps;

/* The value of (target, source), else of (target, '*'), else NULL. `source` is a norm() value. */
const char *payload_maps_find(const struct payload_maps *maps, const char *target, const char *source);

#endif
