#include "cli/rules_show.h"

#include "cli/answers.h"
#include "rules/sql.h"
#include "rules/template.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The sections: a heading, what is said under it, and the statement whose rows follow. Without a row a section is left
 * out. */
static const struct section {
	const char *name, *heading, *words, *path;
} sections[] = {
	{"classification", "Classification",
		"The first rule that matches wins. What no rule matches becomes a note and is held (NO_RULE). Codes "
		"are compared "
		"without white space around them, in lower case.",
		"src/steps/stage/sql/show_rules.sql"},
	{"probes", "Promises", "What the classification must make of some codes; a checkpoint of the set-up compares.",
		"src/steps/stage/sql/show_probes.sql"},
	{"filters", "Filters",
		"What more than the codes decides. Of those that hold or skip a row the first wins; `flag` sends the "
		"row and lists "
		"it.",
		"src/steps/stage/sql/show_filters.sql"},
	{"exemptions", "Exemptions", "What the filter exempt hits, counted.",
		"src/steps/stage/sql/show_exemptions.sql"},
	{"values", "Values",
		"What a code becomes. A target without a line for anything else gives no value for what it does not "
		"list.",
		"src/steps/stage/sql/show_values.sql"},
	{"columns", "Derived columns", "Where each column of the staging views comes from; `*`: of every view.",
		"src/steps/stage/sql/show_columns.sql"},
	{"views", "Views", "The set has these views in place of the built-in ones.",
		"src/steps/stage/sql/show_views.sql"},
};

enum { SECTIONS = sizeof sections / sizeof sections[0] };

static bool
open_section(struct query *q, struct context *c, const char *path, const char *parameter, struct err *e)
{
	if (!sql_query(q, c->stage.db, path, e))
		return false;
	if (parameter != NULL)
		query_bind_text(q, 1, parameter);
	return true;
}

static void
print_cell(const char *text)
{
	fputs("| ", stdout);
	for (; text != NULL && *text != '\0'; text++)
		if (*text == '|')
			fputs("\\|", stdout);
		else
			putchar(*text);
	fputs(text == NULL ? "" : " ", stdout);
}

/* The rows of a statement as a table under its heading. */
static bool
print_section(struct context *c, const struct section *s, const char *parameter, struct err *e)
{
	struct query q = {0};
	enum query_step step = QUERY_FAILED;
	bool any = false;

	if (open_section(&q, c, s->path, parameter, e))
		while ((step = query_next(&q, e)) == QUERY_ROW) {
			int count = sqlite3_column_count(q.stmt);

			if (!any) {
				printf("\n## %s\n\n%s\n\n", s->heading, s->words);
				for (int i = 0; i < count; i++)
					print_cell(sqlite3_column_name(q.stmt, i));
				puts("|");
				for (int i = 0; i < count; i++)
					fputs("|---", stdout);
				puts("|");
			}
			any = true;
			for (int i = 0; i < count; i++)
				print_cell(query_text(&q, i));
			puts("|");
		}
	query_close(&q);
	return step == QUERY_END;
}

static bool
section_json(struct context *c, const struct section *s, const char *parameter, json_t *to, struct err *e)
{
	json_t *array = json_array();
	struct query q = {0};
	enum query_step step = QUERY_FAILED;

	if (open_section(&q, c, s->path, parameter, e))
		while ((step = query_next(&q, e)) == QUERY_ROW) {
			json_t *row = json_object();

			for (int i = 0; i < sqlite3_column_count(q.stmt); i++)
				json_object_set_new(row, sqlite3_column_name(q.stmt, i),
					sqlite3_column_type(q.stmt, i) == SQLITE_INTEGER
						? json_integer((json_int_t)query_int(&q, i))
					: query_null(&q, i) ? json_null()
							    : json_string(query_text(&q, i)));
			json_array_append_new(array, row);
		}
	query_close(&q);
	json_object_set_new(to, s->name, array);
	return step == QUERY_END;
}

static void
print_side(const char *name, const struct template_side *side)
{
	printf("%s ", name);
	if (side->list != NULL)
		printf("%s", side->list);
	if (side->list != NULL && side->email != NULL)
		printf(" or ");
	if (side->email != NULL)
		printf("%s", side->email);
}

static void
print_sides(const struct template_property *p)
{
	print_side("from", &p->from);
	print_side(", to", &p->to);
	if (p->cc.list != NULL)
		print_side(", cc", &p->cc);
	if (p->bcc.list != NULL)
		print_side(", bcc", &p->bcc);
}

/* How a property's value comes about, in a few words. */
static void
print_property(const struct template_property *p)
{
	static const char *const forms[] = {
		"", "text", "html", "number", "datetime", "map", "owner", "email_headers", "body"};

	printf("| %s | ", p->name);
	if (p->form == FORM_FIXED)
		printf("always '%s'", p->value);
	else if (p->form == FORM_EMAIL_HEADERS)
		print_sides(p);
	else
		printf("%s", p->column);
	printf(" | %s", forms[p->form]);
	if (p->form == FORM_MAP)
		printf(" %s", p->map);
	if (p->form == FORM_MAP && p->unmapped != OTHERWISE_OMIT)
		printf(", others: %s", p->unmapped == OTHERWISE_KEEP ? "as they are" : "the row is held");
	if (p->missing == OTHERWISE_HOLD)
		printf(", none: the row is held");
	if (p->unless_equal != NULL)
		printf(", unless it equals %s", p->unless_equal);
	puts(" |");
}

static bool
print_payloads(struct context *c, const json_t *settings, struct err *e)
{
	struct template_set set = {0};
	bool ok = template_set_init(&set, c->rules, settings, e);

	if (ok)
		printf("\n## Payloads\n\nWhat HubSpot gets: the key property `%s` (%s), then these properties where "
		       "the column "
		       "has a value, and the associations by their type ids.\n",
			set.templates[0].key, set.templates[0].key_column);
	for (int i = 0; ok && i < ACTIVITIES; i++) {
		const struct template *t = &set.templates[i];

		printf("\n### %s\n\ncontact %lld, company %lld, deal %lld\n\n| property | column | form "
		       "|\n|---|---|---|\n",
			t->object, (long long)t->contact, (long long)t->company, (long long)t->deal);
		for (size_t k = 0; k < t->property_count; k++)
			print_property(&t->properties[k]);
	}
	template_set_clear(&set);
	return ok;
}

static bool
print_all(struct context *c, const json_t *settings, const struct section *first, const char *values, struct err *e)
{
	printf("# The rule set `%s`\n\nMade from its files by `hubstage rules show --rules %s`. What the files mean: "
	       "schema/rules/README.md.\n",
		c->rules->name, c->rules->name);
	for (int i = 0; i < SECTIONS; i++)
		if (!print_section(c, &sections[i], NULL, e))
			return false;
	return print_payloads(c, settings, e) && print_section(c, first, values, e);
}

static bool
all_json(struct context *c, const struct section *settings, const char *values, struct err *e)
{
	json_t *it = json_pack("{s:s, s:s, s:[]}", "name", c->rules->name, "sha256", c->rules->sha256, "files");
	bool ok = section_json(c, settings, values, it, e);

	for (size_t i = 0; i < c->rules->file_count; i++)
		json_array_append_new(json_object_get(it, "files"), json_string(c->rules->files[i].path));
	for (int i = 0; ok && i < SECTIONS; i++)
		ok = section_json(c, &sections[i], NULL, it, e);
	if (ok)
		return answer_json("rules", it, e);
	json_decref(it);
	return false;
}

bool
rules_show(struct context *c, struct invocation *in, struct err *e)
{
	static const struct section about = {
		"settings", "Settings", "Facts and thresholds of a run.", "src/steps/stage/sql/show_settings.sql"};
	json_t *settings = ruleset_settings(c->rules, e);
	char *values = settings == NULL ? NULL : json_dumps(settings, JSON_COMPACT | JSON_PRESERVE_ORDER);
	bool ok = values != NULL &&
		  (in->json ? all_json(c, &about, values, e) : print_all(c, settings, &about, values, e));

	free(values);
	json_decref(settings);
	return ok;
}
