#include "faults.h"

#include "random.h"

#include <stdlib.h>
#include <string.h>

static bool
has(const char *text, const char *part)
{
	return part == NULL || (text != NULL && strstr(text, part) != NULL);
}

static bool
matches(const struct rule *rule, const struct request *r)
{
	if (rule->method != METHOD_COUNT && rule->method != r->method)
		return false;
	if (!has(r->path, rule->path))
		return false;
	if (rule->type != NULL && (r->type >= TYPE_COUNT || !has(type_names[r->type].plural, rule->type)))
		return false;
	return rule->body == NULL ||
	       (r->body.size > 0 && memmem(r->body.bytes, r->body.size, rule->body, strlen(rule->body)) != NULL);
}

static bool
numbered(const struct rule *rule, int64_t n)
{
	bool listed = rule->number_count == 0;
	int64_t first = rule->from > 0 ? rule->from : rule->every > 0 ? rule->every : 1;

	for (size_t i = 0; i < rule->number_count && !listed; i++)
		listed = rule->numbers[i] == n;
	if (!listed || n < first || (rule->to > 0 && n > rule->to))
		return false;
	return rule->every == 0 || (n - first) % rule->every == 0;
}

/* The same draw for the same seed, rule and number, whatever other rules do. */
static bool
drawn(const struct faults *f, const struct rule *rule, size_t index, int64_t n)
{
	uint64_t draw = random_mix(f->seed ^ random_mix((uint64_t)index << 40 ^ (uint64_t)n));

	return (double)(draw >> 11) / (double)(UINT64_C(1) << 53) < rule->probability;
}

const struct fault *
faults_choose(struct faults *f, const struct request *r, bool body)
{
	const struct fault *chosen = NULL;

	for (size_t i = 0; f->rules != NULL && i < f->rules->count; i++) {
		struct rule *rule = &f->rules->list[i];
		int64_t n;

		if ((rule->body != NULL) != body || !matches(rule, r))
			continue;
		n = ++rule->seen;
		if (!rule->matching)
			n = r->number;
		if (chosen != NULL || !numbered(rule, n) || !drawn(f, rule, i, n) ||
			(rule->times > 0 && rule->fired >= rule->times))
			continue;
		rule->fired++;
		chosen = &rule->fault;
	}
	return chosen;
}

static void
clear_rule(struct rule *rule)
{
	struct fault *f = &rule->fault;

	free(rule->path);
	free(rule->type);
	free(rule->body);
	free(rule->numbers);
	free(f->name);
	free(f->policy);
	free(f->text);
	free(f->content_type);
	free(f->to);
	free(f->message);
}

void
faults_clear_rules(struct rules *r)
{
	while (r != NULL) {
		struct rules *older = r->older;

		for (size_t i = 0; i < r->count; i++)
			clear_rule(&r->list[i]);
		free(r->list);
		free(r);
		r = older;
	}
}

void
faults_clear(struct faults *f)
{
	faults_clear_rules(f->rules);
	f->rules = NULL;
}
