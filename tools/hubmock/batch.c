#include "batch.h"

#include "date.h"
#include "input.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

enum { BATCH_SEEN = 512 };

enum verb { CREATE, UPDATE, UPSERT };

struct batch {
	struct inputs inputs;
	struct input list[BATCH_MAX];
	bool was_there[BATCH_MAX];
	uint32_t count;
	uint32_t bad;
	bool traced;		   /* every input has a trace id of its own */
	const struct input *sinks; /* the input that refuses them all */
};

bool
batch_body(const struct request *r, struct tree *j, struct problem *p)
{
	unsigned line, column;

	if (r->body.size > 0 && tree_read(j, r->body.bytes, r->body.size) && tree_is(j, 0, TREE_OBJECT))
		return true;
	if (r->body.size == 0) {
		line = 1;
		column = 0;
	} else {
		tree_fault_place(j, &line, &column);
	}
	return problem_set(p, 400, "VALIDATION_ERROR", "Invalid input JSON on line %u, column %u: %s", line, column,
		r->body.size == 0 ? "No content to map due to end-of-input" : "Unexpected character or end of input");
}

bool
batch_inputs(const struct request *r, struct tree *j, uint32_t limit, uint32_t *inputs, struct problem *p)
{
	uint32_t count;

	if (!batch_body(r, j, p))
		return false;
	*inputs = tree_find(j, 0, "inputs");
	if (!tree_is(j, *inputs, TREE_ARRAY))
		return problem_set(
			p, 400, "VALIDATION_ERROR", "Invalid input JSON: some required fields were not set: [inputs]");
	count = tree_count(j, *inputs);
	if (count == 0)
		return problem_set(p, 400, "VALIDATION_ERROR", "The batch has no inputs");
	if (count > limit)
		return problem_set(p, 400, "VALIDATION_ERROR",
			"The batch has %u inputs; the maximum number of inputs in a batch is %u", count, limit);
	return true;
}

void
batch_end(const struct mock *m, const struct request *r, struct buf *to)
{
	buf_text(to, ",\"startedAt\":\"");
	date_write(to, r->arrived / 1000, false);
	buf_text(to, "\",\"completedAt\":\"");
	date_write(to, clock_ms(&m->clock), false);
	buf_text(to, "\"}");
}

static bool
same(struct slice a, struct slice b)
{
	return a.size == b.size && memcmp(a.bytes, b.bytes, a.size) == 0;
}

static bool
all_traced(const struct batch *b)
{
	uint8_t seen[BATCH_SEEN] = {0}; /* by hash: inputs, from 1 */

	for (uint32_t i = 0; i < b->count; i++) {
		struct slice trace = b->list[i].trace;
		uint64_t at = trace.size;

		if (trace.bytes == NULL || trace.size == 0)
			return false;
		for (size_t k = 0; k < trace.size; k++)
			at = (at ^ (unsigned char)trace.bytes[k]) * UINT64_C(1099511628211);
		for (at ^= at >> 32; seen[at % BATCH_SEEN] != 0; at++)
			if (same(b->list[seen[at % BATCH_SEEN] - 1].trace, trace))
				return false;
		seen[at % BATCH_SEEN] = (uint8_t)(i + 1);
	}
	return true;
}

/* Two inputs for one record refuse the whole batch. */
static void
check_repeated(struct batch *b, struct input *in)
{
	const struct tree *j = b->inputs.json;
	struct slice id = tree_raw(j, tree_find(j, in->node, "id"));

	for (uint32_t i = 0; i < b->count && in->problem.status == 0; i++) {
		if (!same(tree_raw(j, tree_find(j, b->list[i].node, "id")), id))
			continue;
		problem_set(&in->problem, 400, "VALIDATION_ERROR",
			"Duplicate IDs found in batch input: [%.*s]. IDs must be unique", (int)id.size, id.bytes);
		in->problem.sink = SINK_ALWAYS;
	}
}

static void
read_input(struct batch *b, enum verb verb, uint32_t node)
{
	struct input *in = &b->list[b->count];

	if (verb == CREATE)
		input_create(&b->inputs, in, node);
	else if (verb == UPDATE)
		input_update(&b->inputs, in, node);
	else
		input_upsert(&b->inputs, in, node);
	if (verb != CREATE)
		check_repeated(b, in);
	b->was_there[b->count] = in->record != NULL;
	if (in->problem.status == 0)
		input_conflict(&b->inputs, b->list, b->count);
	b->bad += in->problem.status != 0;
	b->count++;
}

/* The first input that refuses the whole batch, NULL when none does. */
static const struct input *
sinking(const struct batch *b)
{
	for (uint32_t i = 0; i < b->count; i++) {
		enum sink sink = b->list[i].problem.sink;

		if (b->list[i].problem.status != 0 && (sink == SINK_ALWAYS || (sink == SINK_UNTRACED && !b->traced)))
			return &b->list[i];
	}
	return NULL;
}

static void
store_good(struct batch *b, int64_t taken)
{
	for (uint32_t i = 0; i < b->count && (taken < 0 || i < taken); i++)
		if (b->list[i].problem.status == 0)
			input_store(&b->inputs, &b->list[i]);
}

static void
write_results(struct batch *b, enum verb verb, struct record_writer *w, struct buf *to)
{
	uint32_t order[BATCH_MAX], n = 0;

	for (uint32_t i = 0; i < b->count; i++)
		if (b->list[i].problem.status == 0 && b->list[i].record != NULL)
			order[n++] = i;
	for (uint32_t i = n; i > 0; i--) {
		uint32_t pick = random_below(&b->inputs.m->random, i), which = order[pick];

		order[pick] = order[i - 1];
		input_write(&b->inputs, &b->list[which], w, to);
		if (verb == UPSERT)
			buf_format(to, ",\"new\":%s", b->was_there[which] ? "false" : "true");
		buf_text(to, i > 1 ? "}," : "}");
	}
}

static void
write_errors(const struct batch *b, struct buf *to)
{
	uint32_t left = b->bad;

	buf_format(to, ",\"numErrors\":%u,\"errors\":[", b->bad);
	for (uint32_t i = 0; i < b->count; i++) {
		if (b->list[i].problem.status == 0)
			continue;
		problem_element(&b->list[i].problem, b->list[i].trace, to);
		buf_text(to, --left > 0 ? "," : "]");
	}
}

static void
answer_batch(struct batch *b, enum verb verb, const struct request *r, struct answer *a)
{
	struct record_writer w;
	struct buf *to = &a->body;

	record_writer_init(&w, b->inputs.m);
	answer_restart(a, b->bad > 0 ? 207 : verb == CREATE ? 201 : 200, answer_json);
	buf_room(to, r->body.size * 3 + 16384);
	buf_text(to, "{\"status\":\"COMPLETE\",\"results\":[");
	write_results(b, verb, &w, to);
	buf_char(to, ']');
	if (b->bad > 0)
		write_errors(b, to);
	batch_end(b->inputs.m, r, to);
	record_writer_clear(&w);
}

static void
batch_write(struct mock *m, const struct request *r, struct answer *a, enum verb verb)
{
	struct batch *b = mem_new(sizeof *b);
	struct problem whole = {0};
	uint32_t inputs;

	b->inputs.m = m;
	b->inputs.type = r->type;
	b->inputs.json = &m->tree;
	b->inputs.values = pool_take(&m->pool);
	if (!batch_inputs(r, &m->tree, BATCH_MAX, &inputs, &whole)) {
		problem_answer(&whole, &m->random, a);
		goto out;
	}
	for (uint32_t i = tree_first(&m->tree, inputs); i < tree_end(&m->tree, inputs); i = tree_next(&m->tree, i))
		read_input(b, verb, i);
	b->traced = all_traced(b);
	b->sinks = sinking(b);
	if (b->sinks != NULL) {
		problem_answer(&b->sinks->problem, &m->random, a);
		goto out;
	}
	store_good(b, r->inputs_taken);
	answer_batch(b, verb, r, a);
out:
	for (uint32_t i = 0; i < b->count; i++)
		input_clear(&b->list[i]);
	inputs_clear(&b->inputs);
	problem_clear(&whole);
	free(b);
}

void
batch_create(struct mock *m, const struct request *r, struct answer *a)
{
	batch_write(m, r, a, CREATE);
}

void
batch_update(struct mock *m, const struct request *r, struct answer *a)
{
	batch_write(m, r, a, UPDATE);
}

void
batch_upsert(struct mock *m, const struct request *r, struct answer *a)
{
	batch_write(m, r, a, UPSERT);
}
