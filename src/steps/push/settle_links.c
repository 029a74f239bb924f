/* Associations go in chains: contacts, companies, deals, tickets; a request each where any record has one. */
#include "steps/push/engine.h"

#include "core/mem.h"
#include "core/number.h"
#include "steps/push/line.h"
#include "steps/push/links.h"
#include "steps/push/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The associations that an item wants; false when its line cannot be read any more. */
static bool
wanted(struct engine *g, const struct job *j, const struct item *item, struct link_list *list, struct err *e)
{
	struct buf bytes = {0};
	struct line line;
	bool ok = parcel_read(g->push->parcel, j->type, item->is_update, item->offset, item->size, &bytes, e) &&
		  (line_cut(bytes.bytes, bytes.size, &line) ||
			  err_set(e, ERR_REFUSED, "%s has changed", parcel_name(j->type, item->is_update)));

	if (ok)
		links_read(j->type, &line, list);
	buf_clear(&bytes);
	return ok;
}

/* The end of a chain. */
static bool
finish(struct engine *g, struct job *j, struct err *e)
{
	bool ok = true;

	for (int i = 0; i < j->count && ok; i++) {
		const struct item *item = &j->items[i];

		if (j->kind == JOB_ASSOCIATE) {
			ok = store_links(g->push->store, item->id, "sent", NULL, e);
			continue;
		}
		g->links_missing += item->misses > 0;
		ok = store_links(g->push->store, item->id, item->misses > 0 ? "missing" : "seen",
			     item->misses > 0 ? "HubSpot does not show all of its associations" : NULL, e) &&
		     (item->misses > 0 || store_no_missing_links(g->push->store, item->id, e));
	}
	job_free(j);
	return ok;
}

bool
settle_links_next(struct engine *g, struct job *j, struct err *e)
{
	j->to++;
	if (j->to == LINK_TYPES)
		return finish(g, j, e);
	j->attempts = 0;
	j->not_before = 0;
	engine_add(g, j);
	return true;
}

static bool
number_of(const json_t *value, int64_t *n)
{
	*n = json_integer_value(value);
	return *n > 0 || (json_is_string(value) && number_int64(json_string_value(value), json_string_length(value),
							   false, n) == NUMBER_GOOD);
}

/* Does the result, {"from":{"id"},"to":[{"toObjectId"}...]}, show an association with this record? */
static bool
shows(const json_t *results, int64_t from, int64_t to)
{
	const json_t *one, *target;
	size_t i, k;
	int64_t id;

	json_array_foreach(results, i, one)
	{
		if (!number_of(json_object_get(json_object_get(one, "from"), "id"), &id) || id != from)
			continue;
		json_array_foreach(json_object_get(one, "to"), k, target)
		{
			if (number_of(json_object_get(target, "toObjectId"), &id) && id == to)
				return true;
		}
	}
	return false;
}

static bool
compare(struct engine *g, struct job *j, const json_t *results, struct err *e)
{
	struct link_list *list = mem_new(sizeof *list);
	bool ok = true;

	for (int i = 0; i < j->count && ok; i++) {
		struct item *item = &j->items[i];

		ok = wanted(g, j, item, list, e);
		for (int k = 0; k < list->count && ok; k++) {
			const struct link *l = &list->links[k];

			if (l->to_type != j->to || shows(results, item->hubspot_id, l->to_id))
				continue;
			item->misses++;
			ok = store_missing_link(g->push->store, item->id, link_types[l->to_type], l->to_id, e);
		}
	}
	free(list);
	return ok;
}

static bool
refused(struct engine *g, struct job *j, const json_t *root, struct err *e)
{
	int half = j->count / 2;
	char message[256];
	bool ok = true;

	if (j->kind == JOB_LINKS) {
		g->given_up += j->count;
	} else if (j->count == 1) {
		words_error_message(root, message, sizeof message);
		g->links_missing++;
		ok = store_links(g->push->store, j->items[0].id, "missing",
			message[0] == '\0' ? "its associations are refused" : message, e);
	} else {
		struct job *a = job_new(j->kind, j->type, j->items, half);
		struct job *b = job_new(j->kind, j->type, j->items + half, j->count - half);

		a->to = b->to = j->to;
		engine_add(g, a);
		engine_add(g, b);
	}
	job_free(j);
	return ok;
}

bool
settle_links(struct engine *g, struct job *j, const struct http_answer *a, struct err *e)
{
	json_t *root = a->body.size == 0 ? NULL : json_loadb(a->body.bytes, a->body.size, 0, NULL);
	const json_t *results = json_object_get(root, "results");
	bool ok = true;

	if (a->status >= 400) {
		ok = refused(g, j, root, e);
	} else if (!json_is_array(results)) {
		g->given_up += j->count;
		job_free(j);
	} else {
		ok = j->kind != JOB_LINKS || compare(g, j, results, e);
		if (ok)
			ok = settle_links_next(g, j, e);
		else
			job_free(j);
	}
	json_decref(root);
	return ok;
}
