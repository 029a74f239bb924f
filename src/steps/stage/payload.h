/* The JSON that HubSpot gets for a derived row, made from the type's template and a row of its view.
 *
 * One line, the same in hubspot_api_payload and in the bundle:
 * {"properties":{...},"associations":[...],"objectWriteTraceId":"123"}
 */
#ifndef STAGE_PAYLOAD_H
#define STAGE_PAYLOAD_H

#include "core/buf.h"
#include "core/zone.h"
#include "rules/template.h"

enum { PAYLOAD_MAX_LENGTH = 65536 }; /* of a property, in UTF-16 units: HubSpot's limit for a string */

/* What a reader should know about the row; `code` is a constant, `message` lives until the next payload. */
struct payload_finding {
	const char *kind; /* held, left_out, flagged */
	const char *code;
	const char *property;
	char message[200];
};

enum { PAYLOAD_FINDINGS = 16 };

struct payload {
	const struct template *template;
	struct zone *zone;
	const struct payload_maps *maps;
	int *columns;	/* of the view, for each property */
	int *others;	/* of unless_equal */
	int side[4][4]; /* e-mail headers: from, to, cc, bcc; address, first name, last name, list; -1: none */
	int key, contact, company, deal;

	struct buf text, header, norm, markup;
	struct payload_finding findings[PAYLOAD_FINDINGS];
	int finding_count;
	bool held;
};

/* The value maps that templates look up, read from rule_value once. */
struct payload_maps;

struct payload_maps *payload_maps_open(struct db *db, struct err *e);
void payload_maps_close(struct payload_maps *maps);

/* `view` is the prepared SELECT * of the type's view. ERR_USAGE when the template names a column that it has not. */
bool payload_open(struct payload *p, const struct template *template, struct query *view,
	const struct payload_maps *maps, struct zone *zone, struct err *e);
void payload_close(struct payload *p); /* fine on a zeroed struct */

/* HubSpot ids of a communication's further contacts and companies (attendees). */
struct payload_links {
	int64_t *contacts, *companies;
	size_t contact_count, company_count;
};

/* Adds the line (without a line end) for the view's current row to `line`. p->held and p->findings are of this row. */
void payload_write(struct payload *p, struct query *view, const struct payload_links *links, struct buf *line);

#endif
