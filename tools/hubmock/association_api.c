#include "association_api.h"

#include "association.h"
#include "batch.h"

#include <string.h>

enum { CREATE_MAX = 2000, READ_MAX = 1000, PAGE_MAX = 500 };

/* An association in the direction in which a request names it. */
struct pair {
	enum type from, to;
	uint64_t from_id, to_id;
};

/* The activity's record keeps the association, whichever end a request begins with; NULL when it does not exist. */
static struct record *
keeper(const struct mock *m, const struct pair *p)
{
	bool forward = p->from < TYPE_ACTIVITIES;
	enum type type = forward ? p->from : p->to;
	struct record *r = type < TYPE_ACTIVITIES ? store_find(&m->store, type, forward ? p->from_id : p->to_id) : NULL;

	return r == NULL || r->archived_at != 0 ? NULL : r;
}

static bool
find_ends(const struct mock *m, const struct pair *p, struct record **r, struct problem *problem)
{
	enum type other = p->from < TYPE_ACTIVITIES ? p->to : p->from;
	uint64_t other_id = p->from < TYPE_ACTIVITIES ? p->to_id : p->from_id;
	enum type own = p->from < TYPE_ACTIVITIES ? p->from : p->to;

	if (type_association(p->from, p->to) == 0)
		return problem_set(problem, 400, "VALIDATION_ERROR", "No association exists from %s to %s",
			type_names[p->from].id, type_names[p->to].id);
	*r = keeper(m, p);
	if (*r != NULL)
		return association_target(&m->known, other, other_id, problem);
	problem_set(problem, 400, "VALIDATION_ERROR", "One or more associations are invalid");
	problem_context(problem, "INVALID_OBJECT_IDS", "%s=%llu is not valid", type_names[own].shout,
		(unsigned long long)(p->from < TYPE_ACTIVITIES ? p->from_id : p->to_id));
	return false;
}

static void
dissociate(struct mock *m, const struct pair *p)
{
	struct record *r = keeper(m, p);

	if (r != NULL && p->from < TYPE_ACTIVITIES)
		store_dissociate(r, p->to, p->to_id);
	else if (r != NULL)
		store_dissociate(r, p->from, p->from_id);
}

static void
associate(const struct pair *p, struct record *r)
{
	bool forward = p->from < TYPE_ACTIVITIES;
	struct association a = {.to = forward ? p->to_id : p->from_id, .category = CATEGORY_HUBSPOT};

	a.to_type = (uint8_t)(forward ? p->to : p->from);
	a.id = (uint16_t)type_association((enum type)r->type, (enum type)a.to_type);
	store_associate(r, a);
}

static bool
end_id(const struct tree *j, uint32_t node, const char *name, uint64_t *id, struct problem *p)
{
	uint32_t end = tree_find(j, node, name), n = end == 0 ? 0 : tree_find(j, end, "id");

	return (n != 0 && association_id(j, n, id)) ||
	       problem_set(p, 400, "VALIDATION_ERROR", "Invalid input JSON: %s.id must be a record's id", name);
}

static void
write_pair(const struct pair *p, bool spec, struct buf *to)
{
	if (spec)
		buf_format(to,
			"{\"from\":{\"id\":\"%llu\"},\"to\":{\"id\":\"%llu\"},\"associationSpec\":{"
			"\"associationCategory\":"
			"\"HUBSPOT_DEFINED\",\"associationTypeId\":%d}}",
			(unsigned long long)p->from_id, (unsigned long long)p->to_id, type_association(p->from, p->to));
	else
		buf_format(to,
			"{\"fromObjectTypeId\":\"%s\",\"fromObjectId\":\"%llu\",\"toObjectTypeId\":\"%s\","
			"\"toObjectId\":"
			"\"%llu\",\"labels\":[]}",
			type_names[p->from].id, (unsigned long long)p->from_id, type_names[p->to].id,
			(unsigned long long)p->to_id);
}

/* One input {from, to, types}; `spec`: the default association, without types. */
static bool
read_pair(struct mock *m, const struct tree *j, uint32_t node, bool spec, struct pair *pair, struct record **r,
	struct problem *p)
{
	struct associations read = {0};
	uint32_t to = tree_find(j, node, "to");
	bool good = end_id(j, node, "from", &pair->from_id, p) && end_id(j, node, "to", &pair->to_id, p);

	if (good && !spec)
		good = association_read(&m->known, pair->from, pair->to, j, tree_find(j, to, "id"),
			tree_find(j, node, "types"), &read, p);
	associations_clear(&read);
	return good && find_ends(m, pair, r, p);
}

static void
create(struct mock *m, const struct request *r, struct answer *a, bool spec)
{
	struct tree j = {0};
	struct problem p = {0};
	struct pair pair = {.from = r->type, .to = r->to_type};
	struct record *record;
	uint32_t inputs, shown = 0;
	bool good = batch_inputs(r, &j, CREATE_MAX, &inputs, &p);

	for (uint32_t i = good ? tree_first(&j, inputs) : 0; good && i < tree_end(&j, inputs); i = tree_next(&j, i))
		good = read_pair(m, &j, i, spec, &pair, &record, &p);
	if (!good) {
		problem_answer(&p, &m->random, a);
		goto out;
	}
	/* v4's clients want 201, the dated specifications say 200. */
	answer_restart(a, !spec && strcmp(r->version, "v4") == 0 ? 201 : 200, answer_json);
	buf_text(&a->body, "{\"status\":\"COMPLETE\",\"results\":[");
	for (uint32_t i = tree_first(&j, inputs); i < tree_end(&j, inputs); i = tree_next(&j, i)) {
		if (r->inputs_taken >= 0 && shown >= r->inputs_taken)
			break;
		if (!read_pair(m, &j, i, spec, &pair, &record, &p))
			continue;
		associate(&pair, record);
		buf_text(&a->body, shown++ == 0 ? "" : ",");
		write_pair(&pair, spec, &a->body);
	}
	buf_char(&a->body, ']');
	batch_end(m, r, &a->body);
out:
	tree_clear(&j);
	problem_clear(&p);
}

void
association_batch_create(struct mock *m, const struct request *r, struct answer *a)
{
	create(m, r, a, false);
}

void
association_batch_default(struct mock *m, const struct request *r, struct answer *a)
{
	create(m, r, a, true);
}

void
association_batch_archive(struct mock *m, const struct request *r, struct answer *a)
{
	struct tree j = {0};
	struct problem p = {0};
	struct pair pair = {.from = r->type, .to = r->to_type};
	uint32_t inputs;

	if (!batch_inputs(r, &j, CREATE_MAX, &inputs, &p)) {
		problem_answer(&p, &m->random, a);
		goto out;
	}
	for (uint32_t i = tree_first(&j, inputs); i < tree_end(&j, inputs); i = tree_next(&j, i)) {
		uint32_t list = tree_find(&j, i, "to");

		if (!end_id(&j, i, "from", &pair.from_id, &p) || !tree_is(&j, list, TREE_ARRAY))
			continue;
		for (uint32_t k = tree_first(&j, list); k < tree_end(&j, list); k = tree_next(&j, k)) {
			uint32_t id = tree_find(&j, k, "id");

			if (id != 0 && association_id(&j, id, &pair.to_id))
				dissociate(m, &pair);
		}
	}
	answer_restart(a, 204, NULL);
out:
	tree_clear(&j);
	problem_clear(&p);
}

static void
write_link(uint64_t to_id, int type_id, bool first, struct buf *to)
{
	buf_format(to,
		"%s{\"toObjectId\":\"%llu\",\"associationTypes\":[{\"category\":\"HUBSPOT_DEFINED\",\"typeId\":%d,"
		"\"label\":null}]}",
		first ? "" : ",", (unsigned long long)to_id, type_id);
}

/* Adds the records of type `to_type` that one is associated with, from the `after`th on; returns how many there are in
 * all. From a contact, company, deal or ticket every activity has to be looked at. */
static uint32_t
write_links(const struct mock *m, const struct pair *p, uint64_t after, uint64_t limit, struct buf *to)
{
	const struct record *own = p->from < TYPE_ACTIVITIES ? keeper(m, p) : NULL;
	uint32_t n = 0;

	for (uint32_t i = 0; own != NULL && i < own->association_count; i++)
		if (own->associations[i].to_type == p->to && n++ >= after && n <= after + limit)
			write_link(own->associations[i].to, own->associations[i].id, n == after + 1, to);
	if (own != NULL || p->from < TYPE_ACTIVITIES)
		return n;
	for (uint32_t k = 0; k < m->store.count; k++) {
		const struct record *r = store_get(&m->store, k);

		if (r->type != p->to || r->archived_at != 0)
			continue;
		for (uint32_t i = 0; i < r->association_count; i++)
			if (r->associations[i].to_type == p->from && r->associations[i].to == p->from_id &&
				n++ >= after && n <= after + limit)
				write_link(r->id, type_association(p->from, p->to), n == after + 1, to);
	}
	return n;
}

struct reading {
	uint32_t shown, absent;
	struct buf errors;
};

/* Adds one {from, to}, or an error when there is nothing to show. */
static void
read_links(const struct mock *m, const struct pair *p, struct reading *b, struct buf *to)
{
	size_t before = to->size;
	unsigned long long id = p->from_id;

	buf_format(to, "%s{\"from\":{\"id\":\"%llu\"},\"to\":[", b->shown == 0 ? "" : ",", id);
	if (write_links(m, p, 0, UINT32_MAX, to) > 0) {
		buf_text(to, "]}");
		b->shown++;
		return;
	}
	to->size = before;
	buf_format(&b->errors,
		"%s{\"status\":\"error\",\"category\":\"OBJECT_NOT_FOUND\",\"subCategory\":"
		"\"crm.associations.NO_ASSOCIATIONS_FOUND\",\"message\":\"No %s is associated with %s %llu.\","
		"\"context\":{\"fromObjectId\":[\"%llu\"]}}",
		b->absent++ == 0 ? "" : ",", type_names[p->to].singular, type_names[p->from].singular, id, id);
}

void
association_batch_read(struct mock *m, const struct request *r, struct answer *a)
{
	struct tree j = {0};
	struct problem p = {0};
	struct pair pair = {.from = r->type, .to = r->to_type};
	struct reading b = {0};
	uint32_t inputs;

	if (!batch_inputs(r, &j, READ_MAX, &inputs, &p)) {
		problem_answer(&p, &m->random, a);
		goto out;
	}
	answer_restart(a, 200, answer_json);
	buf_text(&a->body, "{\"status\":\"COMPLETE\",\"results\":[");
	for (uint32_t i = tree_first(&j, inputs); i < tree_end(&j, inputs); i = tree_next(&j, i)) {
		uint32_t id = tree_find(&j, i, "id");

		if (id != 0 && association_id(&j, id, &pair.from_id))
			read_links(m, &pair, &b, &a->body);
	}
	buf_char(&a->body, ']');
	if (b.absent > 0) {
		buf_format(&a->body, ",\"numErrors\":%u,\"errors\":[", b.absent);
		buf_add(&a->body, b.errors.bytes, b.errors.size);
		buf_char(&a->body, ']');
		a->status = 207;
	}
	batch_end(m, r, &a->body);
out:
	buf_clear(&b.errors);
	tree_clear(&j);
	problem_clear(&p);
}

/* The ends that a path names. False with an answer when an id is no number. */
static bool
pair_of_path(struct mock *m, const struct request *r, struct pair *p, struct answer *a)
{
	*p = (struct pair){.from = r->type, .to = r->to_type};
	if (known_number(r->id.bytes, r->id.size, &p->from_id) &&
		(r->to_id.bytes == NULL || known_number(r->to_id.bytes, r->to_id.size, &p->to_id)))
		return true;
	problem_refuse(&m->random, a, 404, "OBJECT_NOT_FOUND", "Object not found.  objectId are usually numeric.");
	return false;
}

void
association_list(struct mock *m, const struct request *r, struct answer *a)
{
	const char *limit = request_arg(r, "limit"), *after = request_arg(r, "after");
	uint64_t size = PAGE_MAX, from = 0;
	struct pair p;
	uint32_t all;

	if (!pair_of_path(m, r, &p, a))
		return;
	if (p.from < TYPE_ACTIVITIES ? keeper(m, &p) == NULL : !known_exists(&m->known, p.from, p.from_id)) {
		problem_refuse(&m->random, a, 404, NULL, "resource not found");
		return;
	}
	if (limit != NULL && known_number(limit, strlen(limit), &size) && size > PAGE_MAX)
		size = PAGE_MAX;
	if (after != NULL)
		known_number(after, strlen(after), &from);
	answer_restart(a, 200, answer_json);
	buf_text(&a->body, "{\"results\":[");
	all = write_links(m, &p, from, size, &a->body);
	buf_char(&a->body, ']');
	if (all > from + size)
		buf_format(&a->body, ",\"paging\":{\"next\":{\"after\":\"%llu\",\"link\":\"%s?after=%llu\"}}",
			(unsigned long long)(from + size), r->path, (unsigned long long)(from + size));
	buf_char(&a->body, '}');
}

/* The body of a single put: [{associationCategory, associationTypeId}], each of them right for the two ends. */
static bool
good_specs(const struct request *r, const struct pair *pair, struct tree *j, struct problem *p)
{
	uint64_t id;

	if (r->body.size == 0 || !tree_read(j, r->body.bytes, r->body.size) || tree_count(j, 0) == 0)
		return problem_set(p, 400, "VALIDATION_ERROR", "Invalid input JSON: expected association types");
	for (uint32_t i = tree_first(j, 0); i < tree_end(j, 0); i = tree_next(j, i)) {
		uint32_t number = tree_find(j, i, "associationTypeId");

		if (number == 0 || !association_id(j, number, &id) ||
			id != (uint64_t)type_association(pair->from, pair->to))
			return problem_set(p, 400, "VALIDATION_ERROR", "One or more associations are invalid");
	}
	return true;
}

static void
put(struct mock *m, const struct request *r, struct answer *a, bool spec)
{
	struct tree j = {0};
	struct problem p = {0};
	struct pair pair;
	struct record *record = NULL;
	bool good;

	if (!pair_of_path(m, r, &pair, a))
		return;
	good = find_ends(m, &pair, &record, &p);
	if (good && !spec)
		good = good_specs(r, &pair, &j, &p);
	if (!good) {
		problem_answer(&p, &m->random, a);
	} else {
		associate(&pair, record);
		answer_restart(a, spec ? 200 : 201, answer_json);
		if (spec)
			buf_text(&a->body, "{\"status\":\"COMPLETE\",\"results\":[");
		write_pair(&pair, spec, &a->body);
		if (spec) {
			buf_char(&a->body, ']');
			batch_end(m, r, &a->body);
		}
	}
	tree_clear(&j);
	problem_clear(&p);
}

void
association_put(struct mock *m, const struct request *r, struct answer *a)
{
	put(m, r, a, false);
}

void
association_put_default(struct mock *m, const struct request *r, struct answer *a)
{
	put(m, r, a, true);
}

void
association_delete(struct mock *m, const struct request *r, struct answer *a)
{
	struct pair p;

	if (!pair_of_path(m, r, &p, a))
		return;
	dissociate(m, &p);
	answer_restart(a, 204, NULL);
}

void
association_labels(struct mock *m, const struct request *r, struct answer *a)
{
	int id = type_association(r->type, r->to_type);

	(void)m;
	answer_restart(a, 200, answer_json);
	buf_text(&a->body, "{\"results\":[");
	if (id != 0)
		buf_format(&a->body, "{\"category\":\"HUBSPOT_DEFINED\",\"typeId\":%d,\"label\":null}", id);
	buf_text(&a->body, "]}");
}
