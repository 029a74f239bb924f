#include "control.h"

#include "association.h"
#include "batch.h"
#include "problem.h"
#include "record.h"
#include "validate.h"

#include <stdlib.h>
#include <string.h>

void
control_reset(struct mock *m, const struct request *r, struct answer *a)
{
	struct err e;

	(void)r;
	if (!mock_reset(m, &e)) {
		problem_refuse(&m->random, a, 400, NULL, "%s", e.text);
		return;
	}
	answer_restart(a, 200, answer_json);
	buf_text(&a->body, "{\"reset\":true}");
}

void
control_faults(struct mock *m, const struct request *r, struct answer *a)
{
	struct err e;

	if (!faults_read(&m->faults, &m->known, r->body.bytes == NULL ? "" : r->body.bytes, r->body.size, &e)) {
		problem_refuse(&m->random, a, 400, NULL, "%s", e.text);
		return;
	}
	answer_restart(a, 200, answer_json);
	buf_format(&a->body, "{\"rules\":%zu}", m->faults.rules->count);
}

/* The record that an edit means: by id, or by key. */
static struct record *
meant(struct mock *m, const struct tree *j, struct problem *p)
{
	uint32_t type = tree_find(j, 0, "type"), id = tree_find(j, 0, "id"), key = tree_find(j, 0, "key");
	struct slice name = type == 0 ? (struct slice){"", 0} : tree_raw(j, type);
	enum type t = type_find(name.bytes, name.size);
	struct record *r = NULL;
	uint64_t number;

	if (t >= TYPE_ACTIVITIES) {
		problem_set(p, 400, NULL, "type: one of the seven activities");
		return NULL;
	}
	if (id != 0 && association_id(j, id, &number))
		r = store_find(&m->store, t, number);
	else if (key != 0 && m->properties.of[t].key != PROPERTY_NONE)
		r = store_find_value(&m->store, t, m->properties.of[t].key, tree_raw(j, key));
	if (r == NULL)
		problem_set(p, 404, NULL, "no such record");
	return r;
}

static bool
edit(struct mock *m, struct record *r, const struct tree *j, struct problem *p)
{
	uint32_t properties = tree_find(j, 0, "properties"), archive = tree_find(j, 0, "archive");
	struct buf values = {0};
	bool good = true;

	if (properties != 0)
		good = validate_edit(m, (enum type)r->type, j, properties, r->values, &values, p);
	if (good && properties != 0)
		store_set(&m->store, r, (struct slice){values.bytes == NULL ? "" : values.bytes, values.size},
			clock_ms(&m->clock));
	if (good && archive != 0 && tree_is(j, archive, TREE_TRUE))
		store_archive(r, clock_ms(&m->clock));
	r->edited = true;
	r->updated = clock_ms(&m->clock);
	buf_clear(&values);
	return good;
}

void
control_edit(struct mock *m, const struct request *r, struct answer *a)
{
	struct tree j = {0};
	struct problem p = {0};
	struct record *record = NULL;
	struct record_writer w;

	if (batch_body(r, &j, &p))
		record = meant(m, &j, &p);
	if (record == NULL || !edit(m, record, &j, &p)) {
		problem_answer(&p, &m->random, a);
	} else {
		record_writer_init(&w, m);
		answer_restart(a, 200, answer_json);
		record_write(&w, record, NULL, &a->body);
		buf_char(&a->body, '}');
		record_writer_clear(&w);
	}
	tree_clear(&j);
	problem_clear(&p);
}

void
control_clock(struct mock *m, const struct request *r, struct answer *a)
{
	struct tree j = {0};
	struct problem p = {0};
	uint32_t n;

	if (batch_body(r, &j, &p) && (n = tree_find(&j, 0, "advance")) != 0 && tree_is(&j, n, TREE_NUMBER)) {
		clock_advance(&m->clock, strtod(tree_raw(&j, n).bytes, NULL));
		answer_restart(a, 200, answer_json);
		buf_format(&a->body, "{\"now\":%lld}", (long long)clock_ms(&m->clock));
	} else {
		problem_refuse(&m->random, a, 400, NULL, "advance: seconds");
	}
	tree_clear(&j);
	problem_clear(&p);
}
