#include "property_api.h"

#include "batch.h"
#include "property_make.h"

#include <stdlib.h>
#include <string.h>

const struct property_set *
property_set_of(const struct mock *m, enum type type)
{
	static const struct property_set none = {.count = 0};

	return type < TYPE_ACTIVITIES ? &m->properties.of[type] : &none;
}

void
property_list(struct mock *m, const struct request *r, struct answer *a)
{
	const struct property_set *s = property_set_of(m, r->type);
	const char *arg = request_arg(r, "archived");
	bool archived = arg != NULL && strcmp(arg, "true") == 0, any = false;

	answer_restart(a, 200, answer_json);
	buf_text(&a->body, "{\"results\":[");
	for (int i = 0; i < s->count; i++) {
		const struct property *p = &s->list[s->order[i]];

		if (((p->flags & PROPERTY_ARCHIVED) != 0) != archived)
			continue;
		buf_text(&a->body, any ? "," : "");
		property_write(m, p, &a->body);
		any = true;
	}
	buf_text(&a->body, "]}");
}

/* The property that the path names; NULL with an answer. */
static struct property *
of_path(struct mock *m, const struct request *r, struct answer *a)
{
	struct property_set *s = r->type < TYPE_ACTIVITIES ? &m->properties.of[r->type] : NULL;
	int n = s == NULL ? PROPERTY_NONE : property_find(s, r->id.bytes, r->id.size);
	struct problem p = {0};

	if (n != PROPERTY_NONE)
		return &s->list[n];
	problem_set(&p, 404, "OBJECT_NOT_FOUND", "Property \"%.*s\" does not exist for object type %s", (int)r->id.size,
		r->id.bytes, type_names[r->type].id);
	problem_answer(&p, &m->random, a);
	problem_clear(&p);
	return NULL;
}

void
property_get(struct mock *m, const struct request *r, struct answer *a)
{
	const struct property *p = of_path(m, r, a);

	if (p == NULL)
		return;
	answer_restart(a, 200, answer_json);
	property_write(m, p, &a->body);
}

void
property_archive(struct mock *m, const struct request *r, struct answer *a)
{
	struct property *p = of_path(m, r, a);

	if (p == NULL)
		return;
	if ((p->flags & PROPERTY_CUSTOM) == 0) {
		problem_refuse(&m->random, a, 400, "VALIDATION_ERROR", "A HubSpot property cannot be archived");
		return;
	}
	p->flags |= PROPERTY_ARCHIVED;
	answer_restart(a, 204, NULL);
}

void
property_create(struct mock *m, const struct request *r, struct answer *a)
{
	struct tree j = {0};
	struct problem p = {0};
	int made = PROPERTY_NONE;

	if (batch_body(r, &j, &p))
		made = property_make(m, r->type, &j, 0, &p);
	if (made == PROPERTY_NONE) {
		problem_answer(&p, &m->random, a);
	} else {
		answer_restart(a, 201, answer_json);
		property_write(m, &m->properties.of[r->type].list[made], &a->body);
	}
	tree_clear(&j);
	problem_clear(&p);
}

void
property_update(struct mock *m, const struct request *r, struct answer *a)
{
	struct tree j = {0};
	struct problem problem = {0};
	struct property *p = of_path(m, r, a);
	char *label;

	if (p == NULL)
		return;
	if (!batch_body(r, &j, &problem)) {
		problem_answer(&problem, &m->random, a);
	} else {
		label = property_text(&j, 0, "label", p->label);
		free(p->label);
		p->label = label;
		answer_restart(a, 200, answer_json);
		property_write(m, p, &a->body);
	}
	tree_clear(&j);
	problem_clear(&problem);
}
