#include "batch.h"

#include "association.h"
#include "input.h"
#include "object.h"

#include "core/mem.h"

#include <stdlib.h>

struct reading {
	struct mock *m;
	enum type type;
	struct tree json;
	int by; /* property, or PROPERTY_NONE: by id */
	bool archived;
	struct wanted wanted;
	struct record *found[BATCH_MAX];
	uint64_t known[BATCH_MAX]; /* of a type without records: ids that exist */
	uint32_t count;
	uint32_t missing;
	struct buf absent; /* JSON strings with commas between */
	struct problem problem;
};

static struct record *
find(struct reading *b, uint32_t id)
{
	struct record *r = NULL;
	struct buf spare = {0};
	uint64_t number;

	if (b->by != PROPERTY_NONE)
		r = store_find_value(&b->m->store, b->type, b->by,
			values_text(tree_raw(&b->json, id), b->json.nodes[id].unusual, &spare));
	else if (association_id(&b->json, id, &number))
		r = store_find(&b->m->store, b->type, number);
	buf_clear(&spare);
	return r == NULL || (r->archived_at != 0) != b->archived ? NULL : r;
}

static bool
read_one(struct reading *b, uint32_t node)
{
	uint32_t id = tree_find(&b->json, node, "id");
	struct slice raw = tree_raw(&b->json, id);
	bool good;

	if (id == 0)
		return problem_set(&b->problem, 400, "VALIDATION_ERROR",
			"Invalid input JSON: some required fields were not set: [id]");
	if (b->type >= TYPE_ACTIVITIES) {
		good = association_id(&b->json, id, &b->known[b->count]) &&
		       known_exists(&b->m->known, b->type, b->known[b->count]);
	} else {
		b->found[b->count] = find(b, id);
		good = b->found[b->count] != NULL;
	}
	b->count += good;
	b->missing += !good;
	if (!good)
		buf_format(&b->absent, "%s\"%.*s\"", b->missing > 1 ? "," : "", (int)raw.size, raw.bytes);
	return true;
}

static bool
open_reading(struct reading *b, const struct request *r, uint32_t *inputs)
{
	uint32_t by, properties;
	const char *archived = request_arg(r, "archived");

	if (!batch_inputs(r, &b->json, BATCH_MAX, inputs, &b->problem))
		return false;
	b->archived = archived != NULL && archived[0] == 't';
	b->by = PROPERTY_NONE;
	if (b->type >= TYPE_ACTIVITIES)
		return true;
	wanted_init(&b->wanted, &b->m->properties.of[b->type]);
	by = tree_find(&b->json, 0, "idProperty");
	properties = tree_find(&b->json, 0, "properties");
	if (tree_is(&b->json, properties, TREE_ARRAY))
		for (uint32_t i = tree_first(&b->json, properties); i < tree_end(&b->json, properties);
			i = tree_next(&b->json, i)) {
			struct slice name = tree_raw(&b->json, i);

			wanted_add(&b->wanted, &b->m->properties.of[b->type], name.bytes, name.size);
		}
	return by == 0 || tree_is(&b->json, by, TREE_NULL) || tree_named(&b->json, by, "hs_object_id") ||
	       input_unique_property(b->m, b->type, tree_raw(&b->json, by), &b->by, &b->problem);
}

static void
write_results(struct reading *b, struct buf *to)
{
	struct record_writer w;

	record_writer_init(&w, b->m);
	for (uint32_t i = b->count; i > 0; i--) {
		uint32_t pick = random_below(&b->m->random, i);

		if (b->type < TYPE_ACTIVITIES)
			record_write(&w, b->found[pick], &b->wanted, to);
		else
			object_write_known(b->known[pick], to);
		buf_text(to, i > 1 ? "}," : "}");
		b->found[pick] = b->found[i - 1];
		b->known[pick] = b->known[i - 1];
	}
	record_writer_clear(&w);
}

static void
answer_reading(struct reading *b, const struct request *r, struct answer *a)
{
	struct buf *to = &a->body;

	answer_restart(a, b->missing > 0 ? 207 : 200, answer_json);
	buf_text(to, "{\"status\":\"COMPLETE\",\"results\":[");
	write_results(b, to);
	buf_char(to, ']');
	if (b->missing > 0)
		buf_format(to,
			",\"numErrors\":1,\"errors\":[{\"status\":\"error\",\"category\":\"OBJECT_NOT_FOUND\","
			"\"message\":\"Could not get some %s objects, they may be deleted or not exist. Check that ids "
			"are valid.\",\"context\":{\"ids\":[%s]}}]",
			type_names[b->type].shout, b->absent.bytes);
	batch_end(b->m, r, to);
}

void
batch_read(struct mock *m, const struct request *r, struct answer *a)
{
	struct reading *b = mem_new(sizeof *b);
	uint32_t inputs;
	bool good;

	b->m = m;
	b->type = r->type;
	good = open_reading(b, r, &inputs);
	for (uint32_t i = good ? tree_first(&b->json, inputs) : 0; good && i < tree_end(&b->json, inputs);
		i = tree_next(&b->json, i))
		good = read_one(b, i);
	if (good)
		answer_reading(b, r, a);
	else
		problem_answer(&b->problem, &m->random, a);
	tree_clear(&b->json);
	buf_clear(&b->absent);
	problem_clear(&b->problem);
	free(b);
}

void
batch_archive(struct mock *m, const struct request *r, struct answer *a)
{
	struct tree j = {0};
	struct problem p = {0};
	uint32_t inputs;
	int64_t taken = 0;

	if (!batch_inputs(r, &j, BATCH_MAX, &inputs, &p)) {
		problem_answer(&p, &m->random, a);
		goto out;
	}
	for (uint32_t i = tree_first(&j, inputs); i < tree_end(&j, inputs); i = tree_next(&j, i), taken++) {
		uint32_t id = tree_find(&j, i, "id");
		struct record *record = NULL;
		uint64_t number;

		if (id != 0 && association_id(&j, id, &number))
			record = store_find(&m->store, r->type, number);
		if (record != NULL && (r->inputs_taken < 0 || taken < r->inputs_taken))
			store_archive(record, clock_ms(&m->clock));
	}
	answer_restart(a, 204, NULL);
out:
	tree_clear(&j);
	problem_clear(&p);
}
