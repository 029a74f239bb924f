/* row: one communication as it stands in the legacy system, before a dialect writes it. */
#ifndef FIXTUREGEN_ROW_H
#define FIXTUREGEN_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "mixture.h"
#include "options.h"
#include "people.h"
#include "text.h"

enum column {
	COMM_ID,
	OPPORTUNITY_ID,
	CASE_ID,
	TYPE,
	ACTION,
	STATUS,
	PRIORITY,
	DATE_TIME,
	TO_DATE_TIME,
	NOTE,
	SUBJECT,
	EMAIL_CLEAN,
	CREATED,
	UPDATED,
	ORIGINAL,
	ORIGINAL_TO,
	PERSON_ID,
	FIRST_NAME,
	LAST_NAME,
	PERSON_EMAIL,
	COMPANY_ID,
	COMPANY_NAME,
	COLUMNS
};

extern const char *const row_columns[COLUMNS + 1]; /* the header; ends with NULL */

enum form { NOTHING, ID, MOMENT, WORDS };

struct cell {
	enum form form;
	int64_t number;
	const char *text; /* in the row's text, or for ever */
	size_t length;
};

struct row {
	struct cell cells[COLUMNS];
	struct text text;
	int columns; /* cells to write: COLUMNS, but for rows that are bad because of it */
	enum activity activity;
	bool orphan;
	bool lost[ENTITIES]; /* has an id that leads to no HubSpot id */
	bool has[ENTITIES];
};

/* Makes communication `number` (0, 1, ...), the same one every time. */
void row_make(struct row *r, const struct options *o, uint64_t number);

/* Gives the row another person, as the row of a second attendee has. */
void row_change_person(struct row *r, const struct options *o, uint64_t number);

/* Changes the core of the row, in one of several ways. */
void row_change_core(struct row *r, uint64_t variant);

void row_write(const struct row *r, struct sheet *s);
void row_write_cell(const struct row *r, int column, struct sheet *s);

#endif
