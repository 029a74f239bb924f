#include "spoil.h"

#include <string.h>

/* A wrong text for a column; NULL leaves it empty. */
static const struct {
	enum column column;
	const char *text;
} wrong[] = {
	{COMM_ID, NULL},
	{COMM_ID, "C-1042"},
	{COMM_ID, "2147483648"},
	{COMM_ID, "12345.5"},
	{COMM_ID, "1.2E+05"},
	{OPPORTUNITY_ID, "n.c."},
	{CASE_ID, "99999999999"},
	{PERSON_ID, "12 13"},
	{COMPANY_ID, "-"},
	{TYPE, NULL},
	{DATE_TIME, NULL},
	{DATE_TIME, "2023-02-29 09:00:00"},
	{DATE_TIME, "yesterday"},
	{DATE_TIME, "31/02/2024"},
	{TO_DATE_TIME, "2024-05-17 25:00:00"},
	{CREATED, NULL},
	{CREATED, "2024-13-01 09:00:00"},
	{UPDATED, "2024-00-10"},
	{ORIGINAL, "0000-01-01 00:00:00"},
	{ORIGINAL_TO, "2024-06-31 09:00:00"},
};

/* One character more than the column takes. */
static const struct {
	enum column column;
	size_t characters;
} too_long[] = {{TYPE, 101}, {ACTION, 101}, {STATUS, 101}, {PRIORITY, 51}, {EMAIL_CLEAN, 501}, {FIRST_NAME, 201},
	{LAST_NAME, 201}, {PERSON_EMAIL, 501}, {COMPANY_NAME, 501}};

static const int widths[] = {COLUMNS - 1, COLUMNS + 1};

#define WRONG	 (uint32_t)(sizeof wrong / sizeof *wrong)
#define TOO_LONG (uint32_t)(sizeof too_long / sizeof *too_long)
#define WIDTHS	 (uint32_t)(sizeof widths / sizeof *widths)

uint32_t
spoil_count(void)
{
	return WRONG + TOO_LONG + WIDTHS;
}

void
spoil_row(struct row *r, uint32_t kind)
{
	struct cell *c;

	if (kind >= WRONG + TOO_LONG) {
		r->columns = widths[kind - WRONG - TOO_LONG];
		return;
	}
	if (kind < WRONG) {
		c = &r->cells[wrong[kind].column];
		c->form = wrong[kind].text != NULL ? WORDS : NOTHING;
		c->text = wrong[kind].text;
		c->length = c->text != NULL ? strlen(c->text) : 0;
		return;
	}
	c = &r->cells[too_long[kind - WRONG].column];
	c->form = WORDS;
	c->text = r->text.bytes + r->text.length;
	c->length = 2 * too_long[kind - WRONG].characters;
	for (size_t i = 0; i < c->length; i += 2)
		text_add(&r->text, "\u00e9", 2, 1);
}
