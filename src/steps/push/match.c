#include "steps/push/match.h"

#include "core/number.h"
#include "steps/push/words.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

/* A whole number, as HubSpot writes ids: in a string, or bare. */
static bool
whole(const json_t *value, int64_t *n)
{
	if (json_is_integer(value)) {
		*n = json_integer_value(value);
		return *n > 0;
	}
	return json_is_string(value) &&
	       number_int64(json_string_value(value), json_string_length(value), false, n) == NUMBER_GOOD;
}

static struct item *
item_of(struct job *j, const json_t *result, int64_t hubspot_id, const char *key_property)
{
	int64_t key;

	if (j->kind == JOB_UPDATE || j->kind == JOB_COMPARE)
		return job_find_hubspot(j, hubspot_id);
	if (!whole(json_object_get(json_object_get(result, "properties"), key_property), &key))
		return NULL;
	return job_find(j, key);
}

static void
take_time(const json_t *result, const char *name, char to[32])
{
	const char *text = json_string_value(json_object_get(result, name));

	words_line(text == NULL ? "" : text, text == NULL ? 0 : strlen(text), to, 32);
}

static void
take_result(struct job *j, const json_t *result, const char *key_property)
{
	int64_t id;
	struct item *item;

	if (!whole(json_object_get(result, "id"), &id) || id <= 0)
		return;
	item = item_of(j, result, id, key_property);
	if (item == NULL)
		return;
	if (item->fate == FATE_FOUND && item->hubspot_id != id) {
		item->copies++;
		if (j->kind == JOB_CREATE)
			item->fate = FATE_DOUBTFUL;
		if (j->kind == JOB_CREATE || item->hubspot_id < id)
			return;
	}
	if (item->fate == FATE_DOUBTFUL)
		return;
	item->fate = FATE_FOUND;
	item->hubspot_id = id;
	take_time(result, "createdAt", item->made);
	take_time(result, "updatedAt", item->changed);
}

static void
take_error(struct item *item, const json_t *error)
{
	if (item->fate != FATE_NONE) {
		item->fate = FATE_DOUBTFUL;
		return;
	}
	item->fate = words_error_conflict(error) ? FATE_CONFLICT : FATE_REFUSED;
	words_error_code(error, item->code, sizeof item->code);
	words_error_message(error, item->message, sizeof item->message);
}

/* The records that an error names: by trace id, or by what they were asked for with. */
static void
take_error_of(struct job *j, const json_t *error)
{
	const json_t *context = json_object_get(error, "context");
	const json_t *traces = json_object_get(context, "objectWriteTraceId"), *ids = json_object_get(context, "ids");
	int64_t n;

	for (size_t i = 0; i < json_array_size(traces); i++) {
		struct item *item = whole(json_array_get(traces, i), &n) ? job_find(j, n) : NULL;

		if (item != NULL)
			take_error(item, error);
	}
	for (size_t i = 0; j->kind != JOB_CREATE && traces == NULL && i < json_array_size(ids); i++) {
		struct item *item = !whole(json_array_get(ids, i), &n) ? NULL
				    : j->kind == JOB_READ	       ? job_find(j, n)
								       : job_find_hubspot(j, n);

		if (item != NULL)
			take_error(item, error);
	}
}

bool
match_answer(struct job *j, const char *key_property, const struct buf *body)
{
	json_t *root = body->size == 0 ? NULL : json_loadb(body->bytes, body->size, JSON_REJECT_DUPLICATES, NULL);
	const json_t *results = json_object_get(root, "results"), *errors = json_object_get(root, "errors");
	bool good = json_is_array(results);

	for (int i = 0; i < j->count; i++) {
		j->items[i].fate = FATE_NONE;
		j->items[i].copies = 0;
	}
	for (size_t i = 0; i < json_array_size(results); i++)
		take_result(j, json_array_get(results, i), key_property);
	for (size_t i = 0; i < json_array_size(errors); i++)
		take_error_of(j, json_array_get(errors, i));
	json_decref(root);
	return good;
}
