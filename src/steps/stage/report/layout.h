/* How a report is laid out: its sections, in order, and the tables in them. The Markdown and the page are two ways to
 * write it. */
#ifndef REPORT_LAYOUT_H
#define REPORT_LAYOUT_H

#include "core/buf.h"

#include <jansson.h>
#include <stdbool.h>

enum report_kind {
	REPORT_TEXT,
	REPORT_WORDS,	/* left_out as "left out" */
	REPORT_CODE,	/* a word of the data or of the program, as it stands */
	REPORT_COUNT,	/* 1,234 */
	REPORT_BAR,	/* a count, drawn as well where that is possible */
	REPORT_PERCENT, /* 97.31% */
	REPORT_ID,
	REPORT_TYPE /* one of the seven */
};

struct report_column {
	const char *member, *head;
	enum report_kind kind;
};

enum { REPORT_COLUMNS = 13 };

struct report_table {
	const char *member; /* of the document: an array of objects */
	const char *title;
	const char *note;			      /* a sentence below the title; NULL: none */
	const char *list;			      /* the CSV file with the lines behind it; NULL: none */
	const char *none;			      /* what is said instead when there is no row */
	struct report_column columns[REPORT_COLUMNS]; /* ended by a NULL member */
};

/* What a section has besides its tables. */
enum report_drawing {
	DRAW_NOTHING,
	DRAW_FLOW,
	DRAW_GATES,
	DRAW_TYPES,
	DRAW_ORPHANS,
	DRAW_MONTHS,
	DRAW_SAMPLE,
	DRAW_ABOUT
};

struct report_section {
	const char *id, *title;
	const char *intro; /* NULL: none */
	enum report_drawing drawing;
	const struct report_table *tables; /* ended by a NULL member; NULL: none */
};

extern const struct report_section report_sections[]; /* ended by a NULL id */

/* "Postal mail" for postal_mail; the word itself when it is no type. */
const char *report_type_name(const char *activity);

/* 3051 as "3,051". */
void report_count(struct buf *to, json_int_t n);

/* A number with at most two decimals: 97.3, 8. */
void report_number(struct buf *to, double n);

/* A gate's value ("97.3%", "8", "no row") and what it must be ("above 95%", "0"), in words. */
void report_quantity(struct buf *to, const json_t *value, const char *unit);
void report_must(struct buf *to, const json_t *gate);

/* Text as all parts of a report show it: what has no form on paper (control characters, marks that turn the direction
 * of writing or take no room) is written as \u{202E}. `put` gets each run of harmless bytes. */
void report_shown(struct buf *to, const char *text, size_t size, void (*put)(struct buf *, const char *, size_t));

/* A word of ours with blanks for its underscores. */
void report_words(struct buf *to, const char *word);

/* How many lines a list has; -1 when it was not written. */
json_int_t report_list_lines(const json_t *document, const char *file);

/* Shorthands; "" and 0 when it is not there. */
const char *report_text_of(const json_t *object, const char *member);
json_int_t report_int_of(const json_t *object, const char *member);

#endif
