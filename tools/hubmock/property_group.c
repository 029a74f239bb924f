#include "batch.h"
#include "property_api.h"
#include "property_make.h"

#include "core/text.h"

#include <stdlib.h>
#include <string.h>

static void
member(struct buf *to, const char *name, const char *text)
{
	buf_format(to, "\"%s\":\"", name);
	buf_json(to, text, strlen(text));
	buf_char(to, '"');
}

static void
write_group(const struct property_group *g, struct buf *to)
{
	buf_char(to, '{');
	member(to, "name", g->name);
	buf_char(to, ',');
	member(to, "label", g->label);
	buf_text(to, ",\"displayOrder\":-1,\"archived\":false}");
}

void
property_groups(struct mock *m, const struct request *r, struct answer *a)
{
	const struct property_set *s = property_set_of(m, r->type);

	answer_restart(a, 200, answer_json);
	buf_text(&a->body, "{\"results\":[");
	for (int i = 0; i < s->group_count; i++) {
		buf_text(&a->body, i == 0 ? "" : ",");
		write_group(&s->groups[i], &a->body);
	}
	buf_text(&a->body, "]}");
}

void
property_group_get(struct mock *m, const struct request *r, struct answer *a)
{
	char name[128];
	const struct property_group *g;

	snprintf(name, sizeof name, "%.*s", (int)r->id.size, r->id.bytes);
	g = property_group_find(property_set_of(m, r->type), name);
	if (g == NULL) {
		problem_refuse(
			&m->random, a, 404, "OBJECT_NOT_FOUND", "A property group named '%s' does not exist.", name);
		return;
	}
	answer_restart(a, 200, answer_json);
	write_group(g, &a->body);
}

void
property_group_create(struct mock *m, const struct request *r, struct answer *a)
{
	struct tree j = {0};
	struct problem p = {0};
	struct property_set *s = r->type < TYPE_ACTIVITIES ? &m->properties.of[r->type] : NULL;
	char *name = NULL, *label = NULL;
	bool good = batch_body(r, &j, &p);

	if (good) {
		name = property_text(&j, 0, "name", "");
		label = property_text(&j, 0, "label", name);
		if (s == NULL || !property_good_name(name))
			good = problem_set(&p, 400, "VALIDATION_ERROR", "Invalid input JSON: name must be lower case");
		else if (property_group_find(s, name) != NULL)
			good = problem_set(
				&p, 409, "OBJECT_ALREADY_EXISTS", "A property group named '%s' already exists.", name);
		else if (!property_group_add(s, name, label))
			good = problem_set(&p, 400, "VALIDATION_ERROR", "The type has too many property groups.");
	}
	if (!good) {
		problem_answer(&p, &m->random, a);
	} else {
		answer_restart(a, 201, answer_json);
		write_group(&s->groups[s->group_count - 1], &a->body);
	}
	free(name);
	free(label);
	tree_clear(&j);
	problem_clear(&p);
}
