/* people: the contacts, companies and deals that communications refer to, each made anew from its number.
 *
 * Numbers run from 0; the id in the legacy system is a number plus a base. Whether an id leads to a HubSpot id is a
 * fact of the number too, so that communications and reconciliation files agree without knowing each other.
 */
#ifndef FIXTUREGEN_PEOPLE_H
#define FIXTUREGEN_PEOPLE_H

#include <stdbool.h>
#include <stdint.h>

#include "options.h"
#include "text.h"

enum entity { CONTACT, COMPANY, DEAL, ENTITIES };

/* How an id stands in the reconciliation file. */
enum match { MATCHED, NO_HUBSPOT_ID, ABSENT };

uint32_t people_count(const struct options *o, enum entity entity);
int64_t people_id(enum entity entity, uint32_t number);
int64_t people_hubspot_id(enum entity entity, uint32_t number);
enum match people_match(const struct options *o, enum entity entity, uint32_t number);

/* The number itself when it is matched, else the next one that is; false when none is. */
bool people_find_matched(const struct options *o, enum entity entity, uint32_t *number);

/* The number itself when it leads nowhere, else the next one that does not lead anywhere; false when all do, or when
 * so few do not that the search would be long. */
bool people_find_lost(const struct options *o, enum entity entity, uint32_t *number);

uint32_t people_company_of(const struct options *o, uint32_t contact);

void people_first_name(const struct options *o, uint32_t contact, struct text *t);
void people_last_name(const struct options *o, uint32_t contact, struct text *t);
void people_email(const struct options *o, uint32_t contact, struct text *t);
void people_company_name(const struct options *o, uint32_t company, struct text *t);

#endif
