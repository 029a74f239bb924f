#include "filter.h"

#include "date.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char *const names[OP_COUNT] = {"EQ", "NEQ", "LT", "LTE", "GT", "GTE", "BETWEEN", "IN", "NOT_IN",
	"HAS_PROPERTY", "NOT_HAS_PROPERTY", "CONTAINS_TOKEN", "NOT_CONTAINS_TOKEN"};

void
filters_clear(struct filters *f)
{
	for (int i = 0; i < f->count; i++)
		free(f->list[i].values);
	buf_clear(&f->spare);
	*f = (struct filters){0};
}

static void
add_value(struct filters *f, struct filter *one, const struct tree *j, uint32_t n)
{
	if (n == 0 || one->count == FILTER_VALUES)
		return;
	one->values = mem_grow(one->values, (one->count + 1) * sizeof *one->values);
	one->values[one->count++] = values_text(tree_raw(j, n), j->nodes[n].unusual, &f->spare);
}

static void
read_values(struct filters *f, struct filter *one, const struct tree *j, uint32_t node)
{
	uint32_t values = tree_find(j, node, "values");

	add_value(f, one, j, tree_find(j, node, "value"));
	if (one->op == OP_BETWEEN)
		add_value(f, one, j, tree_find(j, node, "highValue"));
	if (tree_is(j, values, TREE_ARRAY))
		for (uint32_t i = tree_first(j, values); i < tree_end(j, values); i = tree_next(j, i))
			add_value(f, one, j, i);
}

static bool
read_property(struct filter *one, const struct property_set *s, struct slice name, struct problem *p)
{
	static const char prefix[] = "associations.";
	size_t head = sizeof prefix - 1;

	one->associated = TYPE_NONE;
	one->property = property_find(s, name.bytes, name.size);
	if (one->property == PROPERTY_NONE && name.size > head && memcmp(name.bytes, prefix, head) == 0)
		one->associated = type_find(name.bytes + head, name.size - head);
	if (one->property != PROPERTY_NONE || one->associated != TYPE_NONE)
		return true;
	return problem_set(p, 400, "VALIDATION_ERROR",
		"There was a problem with the request. Property %.*s does not exist", (int)name.size, name.bytes);
}

static bool
read_filter(struct filters *f, const struct property_set *s, const struct tree *j, uint32_t node, struct problem *p)
{
	uint32_t name = tree_find(j, node, "propertyName"), op = tree_find(j, node, "operator");
	struct filter *one;
	int o = 0;

	if (f->count == FILTER_ALL)
		return problem_set(p, 400, "VALIDATION_ERROR", "Too many filters: at most %d in all", FILTER_ALL);
	if (name == 0 || op == 0)
		return problem_set(p, 400, "VALIDATION_ERROR",
			"Invalid input JSON: some required fields were not set: [propertyName, operator]");
	while (o < OP_COUNT && !tree_named(j, op, names[o]))
		o++;
	if (o == OP_COUNT)
		return problem_set(p, 400, "VALIDATION_ERROR", "Invalid input JSON: unknown operator");
	f->group_of[f->count] = f->groups;
	one = &f->list[f->count++];
	*one = (struct filter){.op = (enum operator)o};
	read_values(f, one, j, node);
	if (one->count < (o == OP_HAS || o == OP_HAS_NOT ? 0u : o == OP_BETWEEN ? 2u : 1u))
		return problem_set(p, 400, "VALIDATION_ERROR", "The filter %s lacks its value", names[o]);
	return read_property(one, s, tree_raw(j, name), p);
}

bool
filters_read(struct filters *f, const struct property_set *s, const struct tree *j, uint32_t groups, struct problem *p)
{
	buf_room(&f->spare, 16384);
	if (groups == 0)
		return true;
	if (tree_count(j, groups) > FILTER_GROUPS)
		return problem_set(p, 400, "VALIDATION_ERROR", "Too many filter groups: at most %d", FILTER_GROUPS);
	for (uint32_t g = tree_first(j, groups); g < tree_end(j, groups); g = tree_next(j, g), f->groups++) {
		uint32_t list = tree_find(j, g, "filters");

		if (!tree_is(j, list, TREE_ARRAY) || tree_count(j, list) > FILTER_IN_GROUP)
			return problem_set(
				p, 400, "VALIDATION_ERROR", "A filter group has filters, at most %d", FILTER_IN_GROUP);
		for (uint32_t i = tree_first(j, list); i < tree_end(j, list); i = tree_next(j, i))
			if (!read_filter(f, s, j, i, p))
				return false;
	}
	return true;
}

/* A number or a time; false when the text is neither. */
static bool
number(const struct property *p, struct slice text, double *n)
{
	char copy[64], *end;
	int64_t ms;

	if (text.size == 0 || text.size >= sizeof copy)
		return false;
	if (p->kind == KIND_DATETIME) {
		bool good = date_read(text.bytes, text.size, &ms) != DATE_NOT_LONG;

		*n = (double)ms;
		return good;
	}
	memcpy(copy, text.bytes, text.size);
	copy[text.size] = '\0';
	*n = strtod(copy, &end);
	return *end == '\0';
}

int
filter_compare(const struct property *p, struct slice value, struct slice wanted)
{
	size_t shorter = value.size < wanted.size ? value.size : wanted.size;
	double a, b;
	int by_text;

	if (p->kind == KIND_DATETIME || (p->kind == KIND_NUMBER && strcmp(p->name, "hs_object_id") != 0))
		if (number(p, value, &a) && number(p, wanted, &b))
			return (a > b) - (a < b);
	by_text = strncasecmp(value.bytes, wanted.bytes, shorter);
	return by_text != 0 ? by_text : (value.size > wanted.size) - (value.size < wanted.size);
}

/* As the index has it: the value in lower case, the wanted one as it was given. */
static bool
same_lower(struct slice value, struct slice wanted)
{
	if (value.size != wanted.size)
		return false;
	for (size_t i = 0; i < value.size; i++) {
		char c = value.bytes[i];

		if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != wanted.bytes[i])
			return false;
	}
	return true;
}

static bool
any_of(const struct filter *f, struct slice value)
{
	for (size_t i = 0; i < f->count; i++)
		if (same_lower(value, f->values[i]))
			return true;
	return false;
}

static bool
contains(struct slice value, struct slice token)
{
	while (token.size > 0 && token.bytes[0] == '*') {
		token.bytes++;
		token.size--;
	}
	while (token.size > 0 && token.bytes[token.size - 1] == '*')
		token.size--;
	for (size_t i = 0; i + token.size <= value.size; i++)
		if (strncasecmp(value.bytes + i, token.bytes, token.size) == 0)
			return true;
	return false;
}

static bool
associated(const struct filter *f, const struct record *r)
{
	uint64_t id;

	for (uint32_t i = 0; i < r->association_count; i++)
		for (size_t v = 0; v < f->count; v++)
			if (r->associations[i].to_type == f->associated &&
				known_number(f->values[v].bytes, f->values[v].size, &id) && id == r->associations[i].to)
				return true;
	return false;
}

static bool
passes(const struct filter *f, struct record_writer *w, const struct record *r, struct buf *scratch)
{
	const struct property *p;
	struct slice value;

	if (f->associated != TYPE_NONE)
		return associated(f, r);
	buf_reset(scratch);
	p = &w->view.m->properties.of[r->type].list[f->property];
	if (!record_value(w, r, f->property, scratch))
		return f->op == OP_HAS_NOT || f->op == OP_NEQ || f->op == OP_NOT_IN || f->op == OP_NOT_TOKEN;
	value = (struct slice){scratch->bytes == NULL ? "" : scratch->bytes, scratch->size};
	switch (f->op) {
	case OP_EQ:
		return filter_compare(p, value, f->values[0]) == 0;
	case OP_NEQ:
		return filter_compare(p, value, f->values[0]) != 0;
	case OP_LT:
		return filter_compare(p, value, f->values[0]) < 0;
	case OP_LTE:
		return filter_compare(p, value, f->values[0]) <= 0;
	case OP_GT:
		return filter_compare(p, value, f->values[0]) > 0;
	case OP_GTE:
		return filter_compare(p, value, f->values[0]) >= 0;
	case OP_BETWEEN:
		return filter_compare(p, value, f->values[0]) >= 0 && filter_compare(p, value, f->values[1]) <= 0;
	case OP_IN:
		return any_of(f, value);
	case OP_NOT_IN:
		return !any_of(f, value);
	case OP_TOKEN:
		return contains(value, f->values[0]);
	case OP_NOT_TOKEN:
		return !contains(value, f->values[0]);
	default:
		return f->op == OP_HAS;
	}
}

bool
filters_pass(const struct filters *f, struct record_writer *w, const struct record *r, struct buf *scratch)
{
	bool good = f->groups == 0;

	for (int g = 0; g < f->groups && !good; g++) {
		good = true;
		for (int i = 0; i < f->count && good; i++)
			good = f->group_of[i] != g || passes(&f->list[i], w, r, scratch);
	}
	return good;
}

const struct filter *
filters_index(const struct filters *f, const struct store *store, enum type type)
{
	const struct filter *found = NULL;

	for (int i = 0; f->groups == 1 && i < f->count && found == NULL; i++) {
		const struct filter *one = &f->list[i];

		if ((one->op == OP_EQ || one->op == OP_IN) && one->associated == TYPE_NONE &&
			store_indexed(store, type, one->property))
			found = one;
	}
	return found;
}
