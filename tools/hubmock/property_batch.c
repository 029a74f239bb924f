#include "batch.h"
#include "property_api.h"
#include "property_make.h"

#include <string.h>

/* The batch endpoints share their loop; `one` adds a result to the body or sets a problem. */
typedef bool each(
	struct mock *m, enum type type, const struct tree *j, uint32_t node, struct buf *to, struct problem *p);

static void
batch(struct mock *m, const struct request *r, struct answer *a, each *one, int status)
{
	struct tree j = {0};
	struct problem p = {0};
	struct buf results = {0};
	uint32_t inputs;
	bool good = batch_inputs(r, &j, BATCH_MAX, &inputs, &p);

	for (uint32_t i = good ? tree_first(&j, inputs) : 0; good && i < tree_end(&j, inputs); i = tree_next(&j, i)) {
		if (results.size > 0 && results.bytes[results.size - 1] == '}')
			buf_char(&results, ',');
		good = one(m, r->type, &j, i, &results, &p);
	}
	if (!good) {
		problem_answer(&p, &m->random, a);
	} else {
		answer_restart(a, status, status == 204 ? NULL : answer_json);
		buf_text(&a->body, "{\"status\":\"COMPLETE\",\"results\":[");
		buf_add(&a->body, results.bytes == NULL ? "" : results.bytes, results.size);
		buf_char(&a->body, ']');
		batch_end(m, r, &a->body);
		if (status == 204)
			buf_reset(&a->body);
	}
	buf_clear(&results);
	tree_clear(&j);
	problem_clear(&p);
}

static bool
create_one(struct mock *m, enum type type, const struct tree *j, uint32_t node, struct buf *to, struct problem *p)
{
	int made = property_make(m, type, j, node, p);

	if (made != PROPERTY_NONE)
		property_write(m, &m->properties.of[type].list[made], to);
	return made != PROPERTY_NONE;
}

static int
named(const struct mock *m, enum type type, const struct tree *j, uint32_t node)
{
	uint32_t name = tree_find(j, node, "name");
	struct slice s = tree_raw(j, name);

	return name == 0 ? PROPERTY_NONE : property_find(property_set_of(m, type), s.bytes, s.size);
}

static bool
read_one(struct mock *m, enum type type, const struct tree *j, uint32_t node, struct buf *to, struct problem *p)
{
	int n = named(m, type, j, node);

	(void)p;
	if (n != PROPERTY_NONE)
		property_write(m, &property_set_of(m, type)->list[n], to);
	else if (to->size > 0 && to->bytes[to->size - 1] == ',')
		to->size--;
	return true;
}

static bool
archive_one(struct mock *m, enum type type, const struct tree *j, uint32_t node, struct buf *to, struct problem *p)
{
	int n = named(m, type, j, node);

	(void)to;
	(void)p;
	if (n != PROPERTY_NONE && (m->properties.of[type].list[n].flags & PROPERTY_CUSTOM) != 0)
		m->properties.of[type].list[n].flags |= PROPERTY_ARCHIVED;
	return true;
}

void
property_batch_create(struct mock *m, const struct request *r, struct answer *a)
{
	batch(m, r, a, create_one, strcmp(r->version, "v3") == 0 ? 201 : 200);
}

void
property_batch_read(struct mock *m, const struct request *r, struct answer *a)
{
	batch(m, r, a, read_one, 200);
}

void
property_batch_archive(struct mock *m, const struct request *r, struct answer *a)
{
	batch(m, r, a, archive_one, 204);
}
