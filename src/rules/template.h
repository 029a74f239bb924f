/* The payload templates of a rule set, parsed and checked (schema/rules/README.md says what they mean). */
#ifndef RULES_TEMPLATE_H
#define RULES_TEMPLATE_H

#include "rules/ruleset.h"

enum activity { CALLS, EMAILS, MEETINGS, NOTES, TASKS, COMMUNICATIONS, POSTAL_MAIL, ACTIVITIES };

/* In the order of the enum: "calls" ... */
extern const char *const activity_names[ACTIVITIES];

/* ACTIVITIES when it is none. */
enum activity activity_find(const char *name);

enum template_form {
	FORM_FIXED,
	FORM_TEXT,
	FORM_HTML,
	FORM_NUMBER,
	FORM_DATETIME,
	FORM_MAP,
	FORM_OWNER,
	FORM_EMAIL_HEADERS,
	FORM_BODY
};

enum template_otherwise { OTHERWISE_OMIT, OTHERWISE_KEEP, OTHERWISE_HOLD };

/* Columns are names of columns of the type's view. */
struct template_side {
	const char *email, *first_name, *last_name; /* the names may be NULL; email too, of cc and bcc */
	const char *list;			    /* the column of an address list, or NULL */
};

struct template_property {
	const char *name;
	enum template_form form;
	const char *column;	  /* NULL for fixed values and e-mail headers */
	const char *value;	  /* of FORM_FIXED */
	const char *map;	  /* target in rule_value */
	const char *unless_equal; /* may be NULL */
	enum template_otherwise missing, unmapped;
	struct template_side from, to, cc, bcc;
};

struct template
{
	enum activity activity;
	const char *place;		 /* its file, for errors */
	const struct ruleset_file *file; /* the same, of the rule set; may be NULL */
	const char *object;		 /* HubSpot's path name of the type */
	const char *key;		 /* the key property's name, taken from the settings */
	const char *key_column;
	struct template_property *properties;
	size_t property_count;
	int64_t contact, company, deal; /* association type ids */
	json_t *json;			/* owns the texts above */
};

/* The line of the template's file that first has the word between double quotes, else 1. */
int template_line(const struct template *t, const char *word);

struct template_set {
	struct template templates[ACTIVITIES];
};

/* Parses all seven. `settings` must outlive the set. ERR_USAGE with file, line and what is wrong. */
bool template_set_init(struct template_set *set, const struct ruleset *rules, const json_t *settings, struct err *e);
void template_set_clear(struct template_set *set); /* fine on a zeroed struct */

#endif
