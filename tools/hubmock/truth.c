#include "truth.h"

#include <stdlib.h>
#include <string.h>

/* The key of a live record; bytes NULL when it has none or is archived. */
static struct slice
key_of(const struct mock *m, const struct record *r)
{
	int key = m->properties.of[r->type].key;

	if (r->archived_at != 0 || key == PROPERTY_NONE)
		return (struct slice){NULL, 0};
	return values_find(r->values, key);
}

/* The next live record with exactly the key of r. */
static const struct record *
next_same(const struct mock *m, const struct record *r, struct slice key, uint32_t *step)
{
	const struct record *other;

	do
		other = store_next_value(&m->store, (enum type)r->type, m->properties.of[r->type].key, key, step);
	while (other != NULL && memcmp(key_of(m, other).bytes, key.bytes, key.size) != 0);
	return other;
}

/* How many live records have the key of r; 0 when r is not the first of them, so that each key is counted once. */
static uint32_t
count_same(const struct mock *m, const struct record *r, struct slice key)
{
	const struct record *other;
	uint32_t step = 0, count = 0;

	while ((other = next_same(m, r, key, &step)) != NULL) {
		if (other->number < r->number)
			return 0;
		count++;
	}
	return count;
}

static void
write_ids(const struct mock *m, const struct record *r, struct slice key, struct buf *to)
{
	const struct record *other;
	uint32_t step = 0, n = 0;

	buf_char(to, '[');
	while ((other = next_same(m, r, key, &step)) != NULL)
		buf_format(to, "%s\"%llu\"", n++ == 0 ? "" : ",", (unsigned long long)other->id);
	buf_char(to, ']');
}

/* What is counted for one type, or for all. */
struct count {
	uint64_t live, archived, keyed, keys, duplicates, associations;
};

static void
add(struct count *to, const struct count *c)
{
	to->live += c->live;
	to->archived += c->archived;
	to->keyed += c->keyed;
	to->keys += c->keys;
	to->duplicates += c->duplicates;
	to->associations += c->associations;
}

/* Counts a type; adds "key":["id",...] to `keys` and {type, key, ids} to `duplicates`; both may be NULL. */
static void
count_type(const struct mock *m, enum type type, struct count *c, struct buf *keys, struct buf *duplicates)
{
	for (uint32_t i = 0; i < m->store.count; i++) {
		const struct record *r = store_get(&m->store, i);
		struct slice key;
		uint32_t same;

		if (r->type != type)
			continue;
		c->live += r->archived_at == 0;
		c->archived += r->archived_at != 0;
		c->associations += r->archived_at == 0 ? r->association_count : 0;
		key = key_of(m, r);
		if (key.bytes == NULL)
			continue;
		c->keyed++;
		same = count_same(m, r, key);
		c->keys += same > 0;
		c->duplicates += same > 1 ? same - 1 : 0;
		if (same > 0 && keys != NULL) {
			buf_format(keys, "%s\"%.*s\":", keys->size == 0 ? "" : ",", (int)key.size, key.bytes);
			write_ids(m, r, key, keys);
		}
		if (same > 1) {
			buf_format(duplicates,
				"%s{\"type\":\"%s\",\"key\":\"%.*s\",\"ids\":", duplicates->size == 0 ? "" : ",",
				type_names[type].plural, (int)key.size, key.bytes);
			write_ids(m, r, key, duplicates);
			buf_char(duplicates, '}');
		}
	}
}

static void
write_count(const struct count *c, struct buf *to)
{
	buf_format(to,
		"\"live\":%llu,\"archived\":%llu,\"with_key\":%llu,\"distinct_keys\":%llu,\"duplicates\":%llu,"
		"\"associations\":%llu",
		(unsigned long long)c->live, (unsigned long long)c->archived, (unsigned long long)c->keyed,
		(unsigned long long)c->keys, (unsigned long long)c->duplicates, (unsigned long long)c->associations);
}

static void
write_traffic(const struct mock *m, struct buf *to)
{
	const struct requests *q = &m->requests;
	bool any = false;

	buf_format(to, "\"requests\":%u,\"answered\":%u,\"by_status\":{", q->count, q->answered);
	for (int s = 0; s < REQUESTS_STATUSES; s++) {
		if (q->by_status[s] == 0)
			continue;
		buf_format(to, "%s\"%d\":%llu", any ? "," : "", s, (unsigned long long)q->by_status[s]);
		any = true;
	}
	buf_format(to,
		"},\"rate_limited\":%llu,\"rate_limited_by_limits\":%llu,\"max_per_second\":%u,\"max_per_ten_seconds\":"
		"%u,"
		"\"max_searches_per_second\":%u,\"taken_today\":%lld",
		(unsigned long long)q->by_status[429], (unsigned long long)m->limits.refused,
		m->limits.seen_second.most, m->limits.seen_ten.most, m->limits.seen_search.most,
		(long long)m->limits.taken_today);
}

static void
write_faults(const struct mock *m, struct buf *to)
{
	buf_text(to, "\"faults\":[");
	for (size_t i = 0; m->faults.rules != NULL && i < m->faults.rules->count; i++)
		buf_format(to, "%s{\"fault\":\"%s\",\"seen\":%lld,\"fired\":%lld}", i == 0 ? "" : ",",
			m->faults.rules->list[i].fault.name, (long long)m->faults.rules->list[i].seen,
			(long long)m->faults.rules->list[i].fired);
	buf_char(to, ']');
}

void
truth_get(struct mock *m, const struct request *r, struct answer *a)
{
	const char *arg = request_arg(r, "keys");
	struct buf types = {0}, keys = {0}, duplicates = {0}, *to = &a->body;
	bool with_keys = arg == NULL || strcmp(arg, "no") != 0;
	struct count all = {0};

	for (int t = 0; t < TYPE_ACTIVITIES; t++) {
		struct count c = {0};

		buf_reset(&keys);
		count_type(m, (enum type)t, &c, with_keys ? &keys : NULL, &duplicates);
		add(&all, &c);
		buf_format(&types, "%s\"%s\":{", t == 0 ? "" : ",", type_names[t].plural);
		write_count(&c, &types);
		if (with_keys) {
			buf_text(&types, ",\"keys\":{");
			buf_add(&types, keys.bytes == NULL ? "" : keys.bytes, keys.size);
			buf_char(&types, '}');
		}
		buf_char(&types, '}');
	}
	answer_restart(a, 200, answer_json);
	buf_format(to, "{\"key_property\":\"%s\",", m->properties.key_name);
	write_count(&all, to);
	buf_char(to, ',');
	write_traffic(m, to);
	buf_char(to, ',');
	write_faults(m, to);
	buf_text(to, ",\"duplicate_list\":[");
	buf_add(to, duplicates.bytes == NULL ? "" : duplicates.bytes, duplicates.size);
	buf_text(to, "],\"types\":{");
	buf_add(to, types.bytes, types.size);
	buf_text(to, "}}");
	buf_clear(&types);
	buf_clear(&keys);
	buf_clear(&duplicates);
}

void
truth_requests(struct mock *m, const struct request *r, struct answer *a)
{
	const char *arg = request_arg(r, "from");
	uint64_t from = 0;

	if (arg != NULL)
		known_number(arg, strlen(arg), &from);
	answer_restart(a, 200, answer_json);
	buf_text(&a->body, "{\"requests\":[");
	requests_write(&m->requests, (uint32_t)from, &a->body);
	buf_text(&a->body, "]}");
}
