#include "object.h"

#include "batch.h"
#include "input.h"

#include <stdlib.h>
#include <string.h>

static void
not_found(struct mock *m, struct answer *a)
{
	problem_refuse(&m->random, a, 404, NULL, "resource not found");
}

/* The record that a path means, by id or by ?idProperty=, live or with ?archived=true archived; NULL with an answer. */
static struct record *
of_path(struct mock *m, const struct request *r, struct answer *a)
{
	const char *by = request_arg(r, "idProperty"), *archived = request_arg(r, "archived");
	struct record *found = NULL;
	struct problem p = {0};
	bool want_archived = archived != NULL && strcmp(archived, "true") == 0;
	int property;
	uint64_t id;

	if (by != NULL && strcmp(by, "hs_object_id") != 0) {
		if (input_unique_property(m, r->type, (struct slice){by, strlen(by)}, &property, &p))
			found = store_find_value(&m->store, r->type, property, r->id);
	} else if (known_number(r->id.bytes, r->id.size, &id)) {
		found = store_find(&m->store, r->type, id);
	} else {
		problem_set(&p, 404, "OBJECT_NOT_FOUND", "Object not found.  objectId are usually numeric.");
	}
	if (found != NULL && (found->archived_at != 0) != want_archived)
		found = NULL;
	if (p.status != 0)
		problem_answer(&p, &m->random, a);
	else if (found == NULL)
		not_found(m, a);
	problem_clear(&p);
	return found;
}

/* Single creates and updates: read one input, judge it, store it, show it. */
static void
write_one(struct mock *m, const struct request *r, struct answer *a, struct record *record)
{
	struct inputs s = {.m = m, .type = r->type, .values = pool_take(&m->pool)};
	struct input in = {0};
	struct tree j = {0};
	struct record_writer w;

	s.json = &j;
	record_writer_init(&w, m);
	if (batch_body(r, &j, &in.problem)) {
		if (record == NULL)
			input_create(&s, &in, 0);
		else
			input_change(&s, &in, tree_find(&j, 0, "properties"), record);
	}
	if (in.problem.status == 0)
		input_conflict(&s, &in, 0);
	if (in.problem.status != 0) {
		problem_answer(&in.problem, &m->random, a);
		goto out;
	}
	input_store(&s, &in);
	answer_restart(a, record == NULL ? 201 : 200, answer_json);
	input_write(&s, &in, &w, &a->body);
	buf_char(&a->body, '}');
	if (record == NULL)
		answer_header(a, "Location", "%s/%llu", r->path, (unsigned long long)in.id);
out:
	record_writer_clear(&w);
	input_clear(&in);
	inputs_clear(&s);
	tree_clear(&j);
}

void
object_create(struct mock *m, const struct request *r, struct answer *a)
{
	write_one(m, r, a, NULL);
}

void
object_update(struct mock *m, const struct request *r, struct answer *a)
{
	struct record *record = of_path(m, r, a);

	if (record != NULL)
		write_one(m, r, a, record);
}

/* ?properties= and ?associations= come once with commas, or several times. */
static void
read_wanted(const struct mock *m, const struct request *r, struct wanted *w)
{
	const struct property_set *s = &m->properties.of[r->type];
	const char *list;

	wanted_init(w, s);
	for (int at = 0; (list = request_next_arg(r, "properties", &at)) != NULL;)
		wanted_add_list(w, s, list);
}

/* Adds the records of one type that this one is associated with; `first`: of all types. */
static bool
write_type(const struct record *record, enum type type, bool first, struct buf *to)
{
	bool any = false;

	for (uint32_t i = 0; type != TYPE_NONE && i < record->association_count; i++) {
		if (record->associations[i].to_type != type)
			continue;
		if (!any)
			buf_format(to, "%s\"%s\":{\"results\":[", first ? ",\"associations\":{" : ",",
				type_names[type].plural);
		buf_format(to, "%s{\"id\":\"%llu\",\"type\":\"%s_to_%s\"}", any ? "," : "",
			(unsigned long long)record->associations[i].to, type_names[record->type].singular,
			type_names[type].singular);
		any = true;
	}
	if (any)
		buf_text(to, "]}");
	return any;
}

/* Adds ,"associations":{...} with what a reader asked for. */
static void
write_associations(const struct request *r, const struct record *record, struct buf *to)
{
	const char *list;
	bool any = false;

	for (int arg = 0; (list = request_next_arg(r, "associations", &arg)) != NULL;)
		for (const char *at = list; *at != '\0'; at += strcspn(at, ","), at += *at == ',')
			any = write_type(record, type_find(at, strcspn(at, ",")), !any, to) || any;
	if (any)
		buf_char(to, '}');
}

void
object_write_known(uint64_t id, struct buf *to)
{
	buf_format(to,
		"{\"id\":\"%llu\",\"properties\":{\"hs_object_id\":\"%llu\"},\"createdAt\":\"2020-01-01T00:00:00."
		"000Z\","
		"\"updatedAt\":\"2020-01-01T00:00:00.000Z\",\"archived\":false",
		(unsigned long long)id, (unsigned long long)id);
}

static void
get_known(struct mock *m, const struct request *r, struct answer *a)
{
	uint64_t id;

	if (!known_number(r->id.bytes, r->id.size, &id) || !known_exists(&m->known, r->type, id)) {
		not_found(m, a);
		return;
	}
	answer_restart(a, 200, answer_json);
	object_write_known(id, &a->body);
	buf_char(&a->body, '}');
}

void
object_get(struct mock *m, const struct request *r, struct answer *a)
{
	const struct record *record = NULL;
	struct wanted wanted;
	struct record_writer w;

	if (r->type >= TYPE_ACTIVITIES) {
		get_known(m, r, a);
		return;
	}
	record = of_path(m, r, a);
	if (record == NULL)
		return;
	record_writer_init(&w, m);
	read_wanted(m, r, &wanted);
	answer_restart(a, 200, answer_json);
	record_write(&w, record, &wanted, &a->body);
	write_associations(r, record, &a->body);
	buf_char(&a->body, '}');
	record_writer_clear(&w);
}

void
object_delete(struct mock *m, const struct request *r, struct answer *a)
{
	struct record *record;
	uint64_t id;

	record = known_number(r->id.bytes, r->id.size, &id) ? store_find(&m->store, r->type, id) : NULL;
	if (record != NULL)
		store_archive(record, clock_ms(&m->clock));
	answer_restart(a, 204, NULL);
}

/* Where a page starts and ends: `after` is the number of the first record that is not yet shown. */
struct page {
	uint32_t from, limit;
	bool archived;
};

static bool
read_page(const struct request *r, struct page *p)
{
	const char *limit = request_arg(r, "limit"), *after = request_arg(r, "after");
	const char *archived = request_arg(r, "archived");
	uint64_t n = 10, start = 0;

	if (limit != NULL && (!known_number(limit, strlen(limit), &n) || n > 100))
		return false;
	if (after != NULL && strcmp(after, "0") != 0 && !known_number(after, strlen(after), &start))
		return false;
	*p = (struct page){(uint32_t)start, (uint32_t)n, archived != NULL && strcmp(archived, "true") == 0};
	return true;
}

/* Adds the records of one page; returns where the next begins, or the end of the store. */
static uint32_t
write_page(struct mock *m, const struct request *r, const struct page *p, struct record_writer *w, struct buf *to)
{
	struct wanted wanted;
	uint32_t shown = 0, at;

	read_wanted(m, r, &wanted);
	for (at = p->from; at < m->store.count; at++) {
		const struct record *record = store_get(&m->store, at);

		if (record->type != r->type || (record->archived_at != 0) != p->archived)
			continue;
		if (shown == p->limit)
			break;
		buf_text(to, shown++ == 0 ? "" : ",");
		record_write(w, record, &wanted, to);
		write_associations(r, record, to);
		buf_char(to, '}');
	}
	return at;
}

void
object_list(struct mock *m, const struct request *r, struct answer *a)
{
	struct page page;
	struct record_writer w;
	uint32_t next = 0;

	if (!read_page(r, &page)) {
		problem_refuse(&m->random, a, 400, "VALIDATION_ERROR", "limit must be 1 to 100 and after a page's");
		return;
	}
	record_writer_init(&w, m);
	answer_restart(a, 200, answer_json);
	buf_text(&a->body, "{\"results\":[");
	if (r->type < TYPE_ACTIVITIES)
		next = write_page(m, r, &page, &w, &a->body);
	buf_char(&a->body, ']');
	if (next < m->store.count && r->type < TYPE_ACTIVITIES)
		buf_format(&a->body, ",\"paging\":{\"next\":{\"after\":\"%u\",\"link\":\"%s?after=%u\"}}", next,
			r->path, next);
	buf_char(&a->body, '}');
	record_writer_clear(&w);
}
