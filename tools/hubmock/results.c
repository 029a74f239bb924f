#include "results.h"

#include "core/mem.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* An answer taken apart. */
struct parts {
	json_t *root, *results, *errors; /* errors: NULL until the first */
	const char *key;
};

static void
add_error(struct parts *p, const char *trace)
{
	if (p->errors == NULL) {
		p->errors = json_array();
		json_object_set_new(p->root, "errors", p->errors);
	}
	json_array_append_new(p->errors,
		json_pack("{s:s,s:s,s:s,s:{s:[s]}}", "status", "error", "category", "VALIDATION_ERROR", "message",
			"Property values were not valid: []", "context", "objectWriteTraceId", trace));
	json_object_set_new(p->root, "numErrors", json_integer((json_int_t)json_array_size(p->errors)));
}

static void
drop_last(struct parts *p, int64_t count)
{
	for (; count > 0 && json_array_size(p->results) > 0; count--)
		json_array_remove(p->results, json_array_size(p->results) - 1);
}

static void
alien_traces(struct parts *p, int64_t count)
{
	drop_last(p, count);
	for (int64_t i = 0; i < count; i++) {
		char *trace = mem_format("no-such-trace-%lld", (long long)i + 1);

		add_error(p, trace);
		free(trace);
	}
}

static const char *
key_of(const struct parts *p, const json_t *item)
{
	const char *key = json_string_value(json_object_get(json_object_get(item, "properties"), p->key));

	return key == NULL ? "" : key;
}

/* The trace id of the input that became this result; NULL when it cannot be told. */
static const char *
trace_of(const struct parts *p, const json_t *inputs, const json_t *result)
{
	const char *found = NULL;
	json_t *input;
	size_t i;

	json_array_foreach((json_t *)inputs, i, input)
	{
		if (found == NULL && strcmp(key_of(p, input), key_of(p, result)) == 0)
			found = json_string_value(json_object_get(input, "objectWriteTraceId"));
	}
	return found;
}

/* Records that were made are left out, and errors name inputs whose records are among the results. */
static void
swapped_traces(struct parts *p, const struct request *r, int64_t count)
{
	json_t *body = json_loadb(r->body.bytes, r->body.size, 0, NULL);
	const json_t *inputs = json_object_get(body, "inputs");

	drop_last(p, count);
	for (size_t i = 0; i < (size_t)count && i < json_array_size(p->results); i++) {
		const char *trace = trace_of(p, inputs, json_array_get(p->results, i));

		if (trace != NULL)
			add_error(p, trace);
	}
	json_decref(body);
}

static void
repeat(struct parts *p, int64_t count)
{
	size_t size = json_array_size(p->results);

	for (size_t i = 0; i < (size_t)count && i < size; i++)
		json_array_append(p->results, json_array_get(p->results, i));
}

/* Results for records that nobody asked for and that do not exist. */
static void
alien_results(struct parts *p, int64_t count)
{
	for (int64_t i = 0; i < count; i++) {
		char *id = mem_format("%lld", 999000000000LL + (long long)i);
		char *key = mem_format("alien-%lld", (long long)i + 1);

		json_array_append_new(
			p->results, json_pack("{s:s,s:{s:s,s:s},s:s,s:s,s:b}", "id", id, "properties", p->key, key,
					    "hs_object_id", id, "createdAt", "2020-01-01T00:00:00.000Z", "updatedAt",
					    "2020-01-01T00:00:00.000Z", "archived", 0));
		free(id);
		free(key);
	}
}

static void
no_keys(struct parts *p)
{
	json_t *result;
	size_t i;

	json_array_foreach(p->results, i, result)
	{
		json_object_del(json_object_get(result, "properties"), p->key);
	}
}

static void
bend(struct parts *p, const struct request *r, const struct fault *f, struct answer *a)
{
	switch (f->kind) {
	case FAULT_EMPTY_RESULTS:
		json_array_clear(p->results);
		break;
	case FAULT_ALIEN_TRACES:
		alien_traces(p, f->count);
		a->status = 207;
		break;
	case FAULT_SWAPPED_TRACES:
		swapped_traces(p, r, f->count);
		a->status = 207;
		break;
	case FAULT_MISSING_RESULTS:
		drop_last(p, f->count);
		break;
	case FAULT_REPEATED_RESULTS:
		repeat(p, f->count);
		break;
	case FAULT_ALIEN_RESULTS:
		alien_results(p, f->count);
		break;
	default:
		no_keys(p);
	}
}

void
results_bend(struct mock *m, const struct request *r, const struct fault *f, struct answer *a)
{
	struct parts p = {.key = m->properties.key_name};
	char *text;

	p.root = a->body.size == 0 ? NULL : json_loadb(a->body.bytes, a->body.size, 0, NULL);
	p.results = json_object_get(p.root, "results");
	p.errors = json_object_get(p.root, "errors");
	if (json_is_array(p.results)) {
		bend(&p, r, f, a);
		text = json_dumps(p.root, JSON_COMPACT);
		buf_reset(&a->body);
		buf_text(&a->body, text);
		free(text);
	}
	json_decref(p.root);
}
