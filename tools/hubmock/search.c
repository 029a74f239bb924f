#include "search.h"

#include "batch.h"
#include "filter.h"
#include "object.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { BODY_MAX = 3000, PAGE_MAX = 200, PAGE_USUAL = 10, TOTAL_MAX = 10000 };

struct search {
	struct mock *m;
	enum type type;
	struct tree json;
	struct filters filters;
	struct wanted wanted;
	struct slice query; /* bytes NULL: none */
	uint64_t limit, after;
	int sort; /* property, or PROPERTY_NONE */
	bool down;
	struct record_writer w;
	struct buf scratch;
	const struct record **hits;
	size_t count, room;
	struct problem problem;
};

static bool
whole(const struct search *s, const char *name, uint64_t *n)
{
	uint32_t node = tree_find(&s->json, 0, name);
	struct slice raw = tree_raw(&s->json, node);

	if (node == 0 || tree_is(&s->json, node, TREE_NULL) || raw.size == 0)
		return true;
	if (raw.size == 1 && raw.bytes[0] == '0') {
		*n = 0;
		return true;
	}
	return known_number(raw.bytes, raw.size, n);
}

static bool
read_sort(struct search *s, const struct property_set *set)
{
	uint32_t sorts = tree_find(&s->json, 0, "sorts"), first, name, direction;

	s->sort = PROPERTY_NONE;
	if (!tree_is(&s->json, sorts, TREE_ARRAY) || tree_count(&s->json, sorts) == 0)
		return true;
	if (tree_count(&s->json, sorts) > 1)
		return problem_set(&s->problem, 400, "VALIDATION_ERROR", "Only one sort is allowed");
	first = tree_first(&s->json, sorts);
	name = tree_is(&s->json, first, TREE_STRING) ? first : tree_find(&s->json, first, "propertyName");
	direction = tree_find(&s->json, first, "direction");
	s->down = direction != 0 && tree_named(&s->json, direction, "DESCENDING");
	if (name != 0) {
		struct slice text = tree_raw(&s->json, name);

		if (text.size > 0 && text.bytes[0] == '-') {
			s->down = true;
			text = (struct slice){text.bytes + 1, text.size - 1};
		}
		s->sort = property_find(set, text.bytes, text.size);
	}
	return s->sort != PROPERTY_NONE ||
	       problem_set(&s->problem, 400, "VALIDATION_ERROR", "The property to sort by does not exist");
}

static void
read_wanted(struct search *s, const struct property_set *set)
{
	uint32_t list = tree_find(&s->json, 0, "properties");

	wanted_init(&s->wanted, set);
	if (!tree_is(&s->json, list, TREE_ARRAY))
		return;
	for (uint32_t i = tree_first(&s->json, list); i < tree_end(&s->json, list); i = tree_next(&s->json, i)) {
		struct slice name = tree_raw(&s->json, i);

		wanted_add(&s->wanted, set, name.bytes, name.size);
	}
}

static bool
read_search(struct search *s, const struct request *r)
{
	const struct property_set *set = &s->m->properties.of[s->type];
	uint32_t query;

	if (r->body.size > BODY_MAX)
		return problem_set(&s->problem, 400, "VALIDATION_ERROR",
			"The request body of a search may not be longer than %d characters", BODY_MAX);
	if (!batch_body(r, &s->json, &s->problem))
		return false;
	s->limit = PAGE_USUAL;
	if (!whole(s, "limit", &s->limit) || s->limit > PAGE_MAX)
		return problem_set(&s->problem, 400, "VALIDATION_ERROR", "limit must be at most %d", PAGE_MAX);
	if (!whole(s, "after", &s->after) || s->after + s->limit > TOTAL_MAX)
		return problem_set(&s->problem, 400, "VALIDATION_ERROR",
			"after and limit may not lead beyond result %d", TOTAL_MAX);
	query = tree_find(&s->json, 0, "query");
	if (query != 0 && tree_is(&s->json, query, TREE_STRING) && tree_raw(&s->json, query).size > 0)
		s->query = tree_raw(&s->json, query);
	read_wanted(s, set);
	return read_sort(s, set) &&
	       filters_read(&s->filters, set, &s->json, tree_find(&s->json, 0, "filterGroups"), &s->problem);
}

static bool
has_query(const struct search *s, const struct record *r)
{
	struct value v;

	if (s->query.bytes == NULL)
		return true;
	for (size_t at = 0; values_next(r->values, &at, &v);)
		for (size_t i = 0; i + s->query.size <= v.text.size; i++)
			if (strncasecmp(v.text.bytes + i, s->query.bytes, s->query.size) == 0)
				return true;
	return false;
}

static void
look_at(struct search *s, const struct record *r)
{
	int64_t known = clock_ms(&s->m->clock) - (int64_t)(s->m->options->search_lag * 1000);

	if (r->archived_at != 0 || r->type != s->type || r->created > known || !has_query(s, r) ||
		!filters_pass(&s->filters, &s->w, r, &s->scratch))
		return;
	if (s->count == s->room) {
		s->room = s->room == 0 ? 256 : s->room * 2;
		s->hits = mem_grow(s->hits, s->room * sizeof *s->hits);
	}
	s->hits[s->count++] = r;
}

static bool
is_hit(const struct search *s, const struct record *r)
{
	bool found = false;

	for (size_t i = 0; i < s->count && !found; i++)
		found = s->hits[i] == r;
	return found;
}

static void
find_hits(struct search *s)
{
	const struct filter *f = filters_index(&s->filters, &s->m->store, s->type);
	const struct record *r;

	for (uint32_t i = 0; f == NULL && i < s->m->store.count; i++)
		look_at(s, store_get(&s->m->store, i));
	for (size_t i = 0; f != NULL && i < f->count; i++) {
		uint32_t step = 0;

		while ((r = store_next_value(&s->m->store, s->type, f->property, f->values[i], &step)) != NULL)
			if (!is_hit(s, r))
				look_at(s, r);
	}
}

static int
by_value(const void *a, const void *b, void *search)
{
	struct search *s = search;
	const struct record *const *x = a, *const *y = b;
	struct buf other = {0};
	int order;

	buf_reset(&s->scratch);
	record_value(&s->w, *x, s->sort, &s->scratch);
	record_value(&s->w, *y, s->sort, &other);
	order = filter_compare(&s->m->properties.of[s->type].list[s->sort],
		(struct slice){s->scratch.bytes, s->scratch.size}, (struct slice){other.bytes, other.size});
	buf_clear(&other);
	return s->down ? -order : order;
}

static void
answer_search(struct search *s, const struct request *r, struct answer *a)
{
	size_t end = s->after + s->limit < s->count ? (size_t)(s->after + s->limit) : s->count;
	struct buf *to = &a->body;

	if (s->sort != PROPERTY_NONE && s->count > 1)
		qsort_r(s->hits, s->count, sizeof *s->hits, by_value, s);
	answer_restart(a, 200, answer_json);
	buf_format(to, "{\"total\":%zu,\"results\":[", s->count);
	for (size_t i = s->after; i < end; i++) {
		buf_text(to, i == s->after ? "" : ",");
		record_write(&s->w, s->hits[i], &s->wanted, to);
		buf_char(to, '}');
	}
	buf_char(to, ']');
	if (end < s->count)
		buf_format(
			to, ",\"paging\":{\"next\":{\"after\":\"%zu\",\"link\":\"%s?after=%zu\"}}", end, r->path, end);
	buf_char(to, '}');
}

void
search_objects(struct mock *m, const struct request *r, struct answer *a)
{
	struct search s = {.m = m, .type = r->type};

	if (r->type >= TYPE_ACTIVITIES) {
		answer_restart(a, 200, answer_json);
		buf_text(&a->body, "{\"total\":0,\"results\":[]}");
		return;
	}
	record_writer_init(&s.w, m);
	if (read_search(&s, r)) {
		find_hits(&s);
		answer_search(&s, r, a);
	} else {
		problem_answer(&s.problem, &m->random, a);
	}
	record_writer_clear(&s.w);
	filters_clear(&s.filters);
	tree_clear(&s.json);
	buf_clear(&s.scratch);
	problem_clear(&s.problem);
	free(s.hits);
}
